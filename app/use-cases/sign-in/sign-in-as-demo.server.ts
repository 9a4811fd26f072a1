import type { World } from '#app/platform/world.server.ts';
import { startSession } from './start-session.server.ts';

type Outcome = { ok: true; cookie: string } | { ok: false; reason: 'not-offered' | 'not-found' };

/** Signs in as one of the named demo people, only if the database was made as a demo and the settings allow it. */
export async function signInAsDemo(
  world: World,
  input: { personId: string; former?: string | undefined },
): Promise<Outcome> {
  if (!world.demoSignIn) return { ok: false, reason: 'not-offered' };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const person = await trx
      .selectFrom('person')
      .select('id')
      .where('id', '=', input.personId)
      .where('demo', '=', 1)
      .where('status', '=', 'active')
      .executeTakeFirst();
    if (!person) return { ok: false, reason: 'not-found' };
    return {
      ok: true,
      cookie: await startSession(world, trx, { personId: person.id, method: 'demo', former: input.former }),
    };
  });
}
