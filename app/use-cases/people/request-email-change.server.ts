import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { overLimit } from '#app/use-cases/sign-in/over-limit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { emailAddressOf } from '#db/email-address.ts';
import { insertEmailChange } from '#db/queries/email-change.ts';
import { findPersonAt, findPersonByEmail } from '#db/queries/person.ts';
import type { PersonKey } from './lock-person-by.server.ts';

export const daysToConfirm = 7;
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'not-an-email' | 'same-email' | 'known-email' }
  | { ok: false; reason: 'too-many'; seconds: number };

/**
 * Begins the change of an address, of one's own or of anybody's for whoever manages people: the new address gets a
 * letter and counts once that is answered. Whoever changes their own is not told whether the address is taken.
 */
export async function requestEmailChange(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & { newEmail: string },
): Promise<Outcome> {
  const id = 'personId' in input ? input.personId : (await findPersonByEmail(world.db, input.email))?.id;
  const manages = !viewer || may(viewer, 'manage-people');
  if (!id || !(manages || may(viewer, 'change-own-email', { personId: id }))) return { ok: false, reason: 'not-found' };
  const email = emailAddressOf(input.newEmail);
  if (email === undefined) return { ok: false, reason: 'not-an-email' };
  const seconds = viewer ? await overLimit(world, `email-change:${viewer.personId}`, manages ? 60 : 5) : undefined;
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const now = world.now();
    const person = await findPersonAt(trx, id, dayOf(now));
    if (!person || person.status === 'erased' || person.joined_into) return { ok: false, reason: 'not-found' };
    if (person.email === email) return { ok: false, reason: 'same-email' };
    if (await findPersonByEmail(trx, email)) return manages ? { ok: false, reason: 'known-email' } : { ok: true };
    const secret = world.newSecret(32);
    const change = world.newId();
    await insertEmailChange(trx, {
      id: change,
      person_id: id,
      email,
      secret_hash: world.keyed(secret),
      requested_by: viewer?.personId ?? null,
      created_at: now,
      expires_at: new Date(Date.parse(now) + daysToConfirm * 86_400_000).toISOString(),
      confirmed_at: null,
    });
    await postLetter(world, trx, {
      recipient: email,
      language: person.language,
      key: `confirm-email:${change}`,
      template: 'confirm-email',
      said: { name: person.name, url: `${world.publicUrl}/confirm-email/${secret}`, days: daysToConfirm },
      at: now,
    });
    const actor = viewer?.personId ?? null;
    await writeAudit(world, trx, { actor, action: 'email-change-requested', subject: id });
    return { ok: true };
  });
}
