import type { World } from '#app/platform/world.server.ts';
import { listWaitingMail, markMailSent, putMailBack, takeMail } from '#db/queries/outbox.ts';
import { eachByItself } from './each-by-itself.server.ts';

/** No mail server takes this long for one mail: a round that has held a mail for longer must have crashed. */
const longest = 15 * 60_000;

/**
 * Sends the mail that waits in the outbox. A mail that fails is tried again in the next round, at most ten times. A
 * mail that another round is sending is skipped.
 */
export async function deliverOutbox(world: World): Promise<number> {
  const waiting = await listWaitingMail(world.db, 10);
  let sent = 0;
  await eachByItself(
    world,
    'letter',
    waiting,
    ({ id }) => id,
    async ({ id, ...letter }) => {
      const now = world.now();
      if (!(await takeMail(world.db, id, now, new Date(Date.parse(now) - longest).toISOString()))) return;
      // If one mail cannot be sent, the others must still go out.
      const left = await world.postbox.send({ id, ...letter, language: letter.language ?? 'da' }).then(
        () => true,
        () => false,
      );
      if (!left) {
        await putMailBack(world.db, id);
        return;
      }
      await markMailSent(world.db, id, world.now());
      sent += 1;
    },
  );
  return sent;
}
