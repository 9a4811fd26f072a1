import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatSession } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { type CourseDayRow, listAwaiting } from '#db/queries/course-day.ts';
import type { HoldRow } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';
import type { Session } from './session-of.ts';

type News = { hold: HoldRow; day: CourseDayRow } & ({ now: Session } | { because: string });

/** Writes to everybody with a seat who has not had the day yet: when and where it is now, or why it is cancelled. */
export async function tellOfCourseDay(world: World, trx: Db, { hold, day, ...news }: News): Promise<void> {
  const template = 'now' in news ? 'course-day.changed' : 'course-day.cancelled';
  const was = (language: Language) => formatSession(language, timeOf(day));
  for (const { id, person_id } of await listAwaiting(trx, hold.id, day.step)) {
    await writeLetter(world, trx, {
      personId: person_id,
      key: `${template}:${day.id}:${id}:${world.now()}`,
      template,
      words: (language) => ({
        hold: hold.name,
        was: was(language),
        ...('now' in news ? { now: formatSession(language, timeOf(news.now)) } : { reason: news.because }),
      }),
    });
  }
}

const timeOf = ({ held_on, starts_at, place }: Session) => ({ onDay: held_on, startsAt: starts_at, place });
