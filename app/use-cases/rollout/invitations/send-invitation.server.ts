import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatDay } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { insertInvitationLetter } from '#db/queries/invitation.ts';
import type { Wave } from '#db/queries/wave.ts';
import type { Db } from '#db/schema.ts';
import { answerAddress } from './answer-address.ts';

type Given = {
  id: string;
  personId: string;
  kind: 'invitation' | 'reminder';
  wave: Wave;
  answerBy: string;
  message: string;
};

/** Writes to a contact person about an invitation, once a day at most. False if it was written before. */
export async function sendInvitation(
  world: World,
  trx: Db,
  { id, personId, kind, wave, answerBy, message }: Given,
): Promise<boolean> {
  const at = world.now();
  const on = dayOf(at);
  const row = { invitation_id: id, person_id: personId, kind, on_day: on, recorded_at: at };
  if (!(await insertInvitationLetter(trx, row))) return false;
  await writeLetter(world, trx, {
    personId,
    key: `${kind}:${id}:${on}:${personId}`,
    template: kind === 'invitation' ? 'rollout-invitation' : 'rollout-reminder',
    words: (language) => ({
      wave: wave.name,
      opens: formatDay(language, wave.opensOn),
      by: formatDay(language, answerBy),
      message: message === '' ? '' : `${message}\n\n`,
      url: answerAddress(world, id),
    }),
  });
  return true;
}
