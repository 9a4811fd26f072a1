import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { reminderMarkOn } from '#curriculum/rollout/invitation.ts';
import { listInvitationLetters } from '#db/queries/invitation.ts';
import { listContactPersons } from '#db/queries/network.ts';
import { listWaves } from '#db/queries/wave.ts';
import { sendInvitation } from './send-invitation.server.ts';
import { type OpenInvitation, unansweredOn } from './unanswered-on.server.ts';

type Due = OpenInvitation & { mark: number; personId: string };

/** Reminds the contact persons of unanswered invitations, once for each mark before the last day of the answer. */
export async function remindOfInvitations(world: World): Promise<void> {
  const today = dayOf(world.now());
  const open = (await unansweredOn(world, today)).flatMap((each) => {
    const mark = reminderMarkOn(each.answerBy, today);
    return mark === undefined ? [] : [{ ...each, mark }];
  });
  if (open.length === 0) return;
  const [contacts, letters, waves] = await Promise.all([
    listContactPersons(world.db, today),
    listInvitationLetters(
      world.db,
      open.map(({ id }) => id),
    ),
    listWaves(world.db),
  ]);
  const due = open.flatMap((each) =>
    contacts
      .filter(({ serviceId, email }) => serviceId === each.serviceId && email !== null)
      .map(({ id: personId }): Due => ({ ...each, personId }))
      // Whoever got any letter about it since the mark was reached is not written to again.
      .filter(({ id, personId, answerBy, mark }) => {
        const since = addDays(answerBy, -mark);
        return !letters.some(
          (letter) => letter.invitationId === id && letter.personId === personId && letter.on >= since,
        );
      }),
  );
  await eachByItself(
    world,
    'invitation',
    due,
    ({ id }) => id,
    ({ id, personId, waveId, answerBy, message }) => {
      const wave = waves.find((each) => each.id === waveId)!;
      return world.db
        .transaction()
        .execute((trx) => sendInvitation(world, trx, { id, personId, kind: 'reminder', wave, answerBy, message }));
    },
  );
}
