import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type AddPersonOutcome, insertNewPerson, type NewPerson } from './insert-new-person.server.ts';

type Outcome = AddPersonOutcome | { ok: false; reason: 'forbidden' };

/**
 * Adds a person with an affiliation and roles. `viewer` is null on the command line, whose user has the database
 * itself.
 */
export function addPerson(world: World, viewer: Viewer | null, input: NewPerson): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    return insertNewPerson(world, trx, viewer, input);
  });
}
