import type { World } from '#app/platform/world.server.ts';
import { limitedTo } from '#app/use-cases/limited-to.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listCorrections } from '#db/queries/affiliation.ts';
import { findPersonAt, findPersonByEmail, listAffiliations } from '#db/queries/person.ts';
import type { PersonKey } from './lock-person-by.server.ts';

type Said = { number: string; library: string; serviceId: string; from: string; lastDay: string | null };
export type WorkView = {
  personId: string;
  name: string;
  email: string | null;
  affiliations: (Said & { id: string; guidesFrom: string | null; planned: boolean })[];
  /** What stood before and was wrong, the latest correction first. */
  corrections: (Said & { id: string; kind: 'corrected' | 'dropped'; by: string | null; on: string })[];
};

/** Where a person works, worked and will work, and what of it was put right: all of it, or what concerns the viewer's service. */
export async function seeWork(world: World, viewer: Viewer | null, key: PersonKey): Promise<WorkView | undefined> {
  if (viewer && !may(viewer, 'correct-affiliation')) return undefined;
  const today = dayOf(world.now());
  const personId = 'personId' in key ? key.personId : ((await findPersonByEmail(world.db, key.email))?.id ?? '');
  const person = await findPersonAt(world.db, personId, today);
  if (!person || person.status === 'erased' || person.joined_into) return undefined;
  const own = <Row extends { serviceId: string }>(rows: Row[]) =>
    viewer ? limitedTo(viewer, 'correct-affiliation', rows) : rows;
  const affiliations = own(
    (await listAffiliations(world.db, personId)).map((row) => ({
      ...saidIn({ ...row, library: row.name }),
      id: row.id,
      guidesFrom: row.guides_from,
      planned: row.valid_from > today,
    })),
  );
  const corrections = own(
    (await listCorrections(world.db, personId)).map((row) => ({
      ...saidIn(row),
      id: `${row.affiliation_id}/${row.seq}`,
      kind: row.kind,
      by: row.by,
      on: dayOf(row.recorded_at),
    })),
  );
  // Somebody who never worked at the viewer's service is no different from nobody.
  if (viewer && !may(viewer, 'correct-affiliation', {}) && affiliations.length + corrections.length === 0)
    return undefined;
  return { personId, name: person.name, email: person.email, affiliations, corrections };
}

type Row = { number: string; library: string; service_id: string; valid_from: string; valid_until: string | null };

const saidIn = ({ number, library, service_id, valid_from, valid_until }: Row): Said => ({
  number,
  library,
  serviceId: service_id,
  from: valid_from,
  lastDay: valid_until && addDays(valid_until, -1),
});
