import type { World } from '#app/platform/world.server.ts';
import { listWaitingMail, markMailSent, putMailBack, takeMail } from '#db/queries/outbox.ts';

/** Longer than a mail server can take over one letter: a round that has had one so long has ended without a word. */
const longest = 15 * 60_000;

/**
 * Sends the mail that waits in the outbox. A letter that fails is tried again on the next round, at most ten times; one
 * that another round is sending is left to it.
 */
export async function deliverOutbox(world: World): Promise<number> {
  const waiting = await listWaitingMail(world.db, 10);
  let sent = 0;
  for (const { id, ...letter } of waiting) {
    const now = world.now();
    if (!(await takeMail(world.db, id, now, new Date(Date.parse(now) - longest).toISOString()))) continue;
    // One letter that cannot leave must not hold the others back.
    const left = await world.postbox.send({ id, ...letter, language: letter.language ?? 'da' }).then(
      () => true,
      () => false,
    );
    if (!left) {
      await putMailBack(world.db, id);
      continue;
    }
    await markMailSent(world.db, id, world.now());
    sent += 1;
  }
  return sent;
}
