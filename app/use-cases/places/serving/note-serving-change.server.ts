import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { appendServingChange } from '#db/queries/serving.ts';
import type { Db, Row } from '#db/schema.ts';

type Change = Pick<
  Row<'serving_change'>,
  'municipality_code' | 'service_id' | 'kind' | 'on_day' | 'why' | 'client_op_id'
>;
const actions = { serves: 'municipality-served', 'taken-back': 'serving-taken-back' } as const;

/** Notes which service serves a municipality from a day on, or that this was taken back, in its history and in the log. */
export async function noteServingChange(world: World, trx: Db, viewer: Viewer | null, change: Change): Promise<void> {
  const byPerson = viewer?.personId ?? null;
  await appendServingChange(trx, { ...change, id: world.newId(), by_person: byPerson, recorded_at: world.now() });
  await writeAudit(world, trx, {
    actor: byPerson,
    action: actions[change.kind],
    subject: change.municipality_code,
    detail: `${change.service_id} ${change.on_day}`,
  });
}
