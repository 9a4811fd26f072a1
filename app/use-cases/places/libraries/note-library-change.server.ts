import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { appendLibraryChange } from '#db/queries/library.ts';
import type { Db, Row } from '#db/schema.ts';

type Change = Row<'library_change'>;
type Noted = Pick<
  Change,
  'number' | 'kind' | 'on_day' | 'name' | 'municipality_code' | 'guidance_point' | 'successor'
> &
  Partial<Pick<Change, 'moved' | 'why' | 'client_op_id'>> & { detail?: string };

/** Notes what was decided about a library and how the library is since, in its history and in the log. */
export async function noteLibraryChange(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  { detail, ...change }: Noted,
): Promise<void> {
  const byPerson = viewer?.personId ?? null;
  await appendLibraryChange(trx, {
    ...{ moved: 0, why: '', client_op_id: null },
    ...change,
    id: world.newId(),
    by_person: byPerson,
    recorded_at: world.now(),
  });
  await writeAudit(world, trx, {
    actor: byPerson,
    action: `library-${change.kind}`,
    subject: change.number,
    ...(detail !== undefined && { detail }),
  });
}
