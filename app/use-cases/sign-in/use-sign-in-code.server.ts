import { timingSafeEqual } from 'node:crypto';
import { keyOf } from '#app/platform/session-cookie.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { countChallengeTry, spendChallenge } from '#db/queries/challenge.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { overLimit } from './over-limit.server.ts';
import { startSession } from './start-session.server.ts';

const mostTries = 5;
/** Tries an hour from one network: a course day of forty people who mistype fits in. */
const triesAnHour = 400;
const codeDigits = 6;
type Outcome =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'expired' | 'wrong-code' }
  | { ok: false; reason: 'too-many'; seconds: number };

/** Signs in with the code from the mail: once, with at most five tries, and only in the browser that asked for it. */
export async function useSignInCode(
  world: World,
  input: { challenge: string | undefined; code: string; client: string; former?: string | undefined },
): Promise<Outcome> {
  const limit = await overLimit(world, `code-try:${input.client}`, triesAnHour);
  if (limit !== undefined) return { ok: false, reason: 'too-many', seconds: limit };
  if (!input.challenge) return { ok: false, reason: 'expired' };
  const code = input.code.replace(/\D/g, '');
  // Input that is not a code is not a guess, so it uses none of the five tries.
  if (code.length !== codeDigits) return { ok: false, reason: 'wrong-code' };
  const now = world.now();
  // Counted outside the transaction, because a rollback must not undo the count.
  const challenge = await countChallengeTry(world.db, keyOf(input.challenge), now, mostTries);
  if (!challenge) return { ok: false, reason: 'expired' };
  const given = Buffer.from(world.keyed(`${challenge.email}|${code}`));
  const expected = Buffer.from(challenge.secret_hash);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { ok: false, reason: 'wrong-code' };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const person = await findPersonByEmail(trx, challenge.email);
    if (person?.status !== 'active' || person.email !== challenge.email) return { ok: false, reason: 'wrong-code' };
    if (!(await spendChallenge(trx, challenge.key, now))) return { ok: false, reason: 'expired' };
    return {
      ok: true,
      cookie: await startSession(world, trx, { personId: person.id, method: 'code', former: input.former }),
    };
  });
}
