import type { World } from '#app/platform/world.server.ts';
import type { Earned } from '#app/use-cases/certificates/issuing/print-certificate.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import { findEarned } from './find-earned.server.ts';
import { periodOfRow } from './period-of-row.ts';

/** What a certificate says that is issued in the place of another: its course, library and period, with a person's name. */
export async function earnedInPlaceOf(
  world: World,
  db: Db,
  row: CertificateRow,
  { at, person, viewer }: Pick<Earned, 'at' | 'person'> & { viewer: Viewer | null },
): Promise<Earned> {
  return {
    at,
    period: periodOfRow(row),
    person,
    library: row.library_at_issue,
    ...(await findEarned(world, db, row)),
    enrolmentId: null,
    replaces: row.number,
    supersedes: null,
    actor: viewer?.personId || null,
  };
}
