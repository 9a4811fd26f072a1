import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listContactPersons } from '#db/queries/network.ts';
import { listWaves } from '#db/queries/wave.ts';
import { sendInvitation } from './send-invitation.server.ts';
import { unansweredOn } from './unanswered-on.server.ts';

type Outcome = { ok: true; letters: number } | { ok: false; reason: 'forbidden' | 'nobody' };

/** Reminds the contact persons of the services whose answer is awaited, at most once a day. */
export async function remindInvited(world: World, viewer: Viewer): Promise<Outcome> {
  if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
  const today = dayOf(world.now());
  const open = (await unansweredOn(world, today)).filter(({ answerBy }) => today <= answerBy);
  if (open.length === 0) return { ok: false, reason: 'nobody' };
  const waves = new Map((await listWaves(world.db)).map((wave) => [wave.id, wave]));
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const contacts = await listContactPersons(trx, today);
    let letters = 0;
    for (const { id, serviceId, waveId, answerBy, message } of open)
      for (const { id: personId, email, serviceId: of } of contacts)
        if (of === serviceId && email !== null) {
          const given = { id, personId, kind: 'reminder' as const, wave: waves.get(waveId)!, answerBy, message };
          if (await sendInvitation(world, trx, given)) letters += 1;
        }
    if (letters > 0)
      await writeAudit(world, trx, {
        actor: viewer.personId || null,
        action: 'invitations-reminded',
        subject: 'rollout',
        detail: String(letters),
      });
    return { ok: true, letters };
  });
}
