import { listWaitingMail, markMailSent, markMailTried } from '#db/queries/outbox.ts';
import type { World } from '../platform/world.server.ts';

/** Sends the mail that waits in the outbox. A letter that fails is tried again on the next round, at most ten times. */
export async function deliverOutbox(world: World): Promise<number> {
  const waiting = await listWaitingMail(world.db, 10);
  let sent = 0;
  for (const { id, ...letter } of waiting) {
    await markMailTried(world.db, id);
    // One letter that cannot leave must not hold the others back.
    const left = await world.postbox.send({ id, ...letter, language: letter.language ?? 'da' }).then(
      () => true,
      () => false,
    );
    if (!left) continue;
    await markMailSent(world.db, id, world.now());
    sent += 1;
  }
  return sent;
}
