import type { World } from '#app/platform/world.server.ts';
import { postLetter } from '#app/use-cases/record/post-letter.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findEmailChange, spendEmailChange, updateEmail } from '#db/queries/email-change.ts';
import { findPersonAt, findPersonByEmail, lockPerson } from '#db/queries/person.ts';

type Outcome = { ok: true; email: string } | { ok: false; reason: 'not-found' | 'known-email' };

/** From now on the person signs in with the new address. The old one is told, so that nobody is moved unseen. */
export function confirmEmail(world: World, input: { secret: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const now = world.now();
    const change = await findEmailChange(trx, { secretHash: world.keyed(input.secret) }, now);
    const locked = change && (await lockPerson(trx, change.person_id));
    if (!locked || locked.status === 'erased') return { ok: false, reason: 'not-found' };
    if (await findPersonByEmail(trx, change.email)) return { ok: false, reason: 'known-email' };
    if (!(await spendEmailChange(trx, change.id, now))) return { ok: false, reason: 'not-found' };
    const person = (await findPersonAt(trx, change.person_id, dayOf(now)))!;
    await updateEmail(trx, change.person_id, change.email);
    await writeAudit(world, trx, { actor: null, action: 'email-changed', subject: change.person_id });
    if (locked.email)
      await postLetter(world, trx, {
        recipient: locked.email,
        language: person.language,
        key: `email-changed:${change.id}`,
        template: 'email-changed',
        said: { name: person.name, email: change.email, url: `${world.publicUrl}/contact` },
        at: now,
      });
    return { ok: true, email: change.email };
  });
}
