import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatSession } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import type { OwnDay } from './with-own-course-day.server.ts';

type News = {
  leaderIds: readonly string[];
  template: 'regret.sent' | 'regret.undone';
  key: (leaderId: string) => string;
};

/** Writes to leaders of the hold that somebody cannot come to a course day, or comes after all. */
export async function tellLeaders(
  world: World,
  trx: Db,
  { record, hold, day }: OwnDay,
  { leaderIds, template, key }: News,
  reason: string,
): Promise<void> {
  const adviser = await findPersonAt(trx, record.enrolment.person_id, dayOf(world.now()));
  for (const personId of leaderIds)
    await writeLetter(world, trx, {
      personId,
      key: key(personId),
      template,
      words: (language) => ({
        adviser: adviser?.name ?? '',
        hold: hold.name,
        day: formatSession(language, { onDay: day.held_on, startsAt: day.starts_at, place: day.place }),
        reason,
        url: `${world.publicUrl}/holds/${hold.id}/days/${day.id}`,
      }),
    });
}
