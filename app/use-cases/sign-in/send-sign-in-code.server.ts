import { keyOf } from '#app/platform/session-cookie.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { emailAddressOf } from '#db/email-address.ts';
import { insertChallenge } from '#db/queries/challenge.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { overLimit } from './over-limit.server.ts';

const minute = 60_000;
export const codeMinutes = 10;
const codeDigits = 6;
/**
 * Requests an hour. A course day of forty people behind one address of the municipality fits in. Somebody who asks for
 * another's codes uses up their own share and not the other's, but for `toPerson`, which bounds the mails to a mailbox
 * and the guesses of many networks together.
 */
const most = { fromNetwork: 240, toPersonFromNetwork: 6, toPerson: 20 };

type Outcome =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'not-an-email' }
  | { ok: false; reason: 'too-many'; seconds: number };

/**
 * Sends a one-time code to an address. Known and unknown addresses get the same answer after the same work; the mail
 * itself is sent from the outbox. `client` is the network that asks, see `networkOf`.
 */
export async function sendSignInCode(
  world: World,
  input: { email: string; client: string; language: 'da' | 'en' },
): Promise<Outcome> {
  const email = emailAddressOf(input.email);
  if (email === undefined) return { ok: false, reason: 'not-an-email' };
  const limit =
    (await overLimit(world, `code-from:${input.client}`, most.fromNetwork)) ??
    (await overLimit(world, `code-to:${email}|${input.client}`, most.toPersonFromNetwork)) ??
    (await overLimit(world, `code-to:${email}`, most.toPerson));
  if (limit !== undefined) return { ok: false, reason: 'too-many', seconds: limit };

  const now = world.now();
  const code = Array.from({ length: codeDigits }, () => world.pick(10)).join('');
  const cookie = world.newSecret(32);
  await world.db.transaction().execute(async (trx) => {
    const person = await findPersonByEmail(trx, email);
    await insertChallenge(trx, {
      key: keyOf(cookie),
      kind: 'code',
      email,
      secret_hash: world.keyed(`${email}|${code}`),
      created_at: now,
      expires_at: new Date(Date.parse(now) + codeMinutes * minute).toISOString(),
      used_at: null,
    });
    if (person?.status !== 'active' || person.email !== email) return;
    await postLetter(world, trx, {
      recipient: email,
      language: input.language,
      key: `code:${keyOf(cookie)}`,
      template: 'code',
      said: { code, minutes: codeMinutes },
      at: now,
    });
  });
  return { ok: true, cookie };
}
