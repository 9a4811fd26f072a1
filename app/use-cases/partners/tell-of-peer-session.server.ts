import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatSession } from '#app/words/format.ts';
import { listPeerSeats } from '#db/queries/peer-seat.ts';
import type { Db } from '#db/schema.ts';

type Time = { onDay: string; startsAt: string | null; place: string };
type Told = { firstId: string; topic: string; was: Time } & ({ now: Time } | { because: string });

/** Writes to everybody with a seat in a session with colleagues: when and where it is now, or why it is cancelled. */
export async function tellOfPeerSession(world: World, trx: Db, { firstId, topic, was, ...news }: Told): Promise<void> {
  const template = 'now' in news ? 'peer-session.changed' : 'peer-session.cancelled';
  for (const { personId } of await listPeerSeats(trx, firstId))
    await writeLetter(world, trx, {
      personId,
      key: `${template}:${firstId}:${personId}:${world.now()}`,
      template,
      words: (language) => ({
        topic,
        was: formatSession(language, was),
        url: `${world.publicUrl}/courses`,
        ...('now' in news ? { now: formatSession(language, news.now) } : { reason: news.because }),
      }),
    });
}
