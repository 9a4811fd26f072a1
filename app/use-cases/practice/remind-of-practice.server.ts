import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { dayOf, startOfDay, weekdayOf } from '#curriculum/calendar/calendar-day.ts';
import { minutesOf, sessionOf } from '#curriculum/practice/queue.ts';
import { listToRemindOfPractice, lockPracticeSetting, updatePracticeSetting } from '#db/queries/practice.ts';
import { findPractice } from './find-practice.server.ts';

/** The hour of the morning from which reminders are sent. */
const hour = 7;

/**
 * On Monday or Thursday morning, as each person chose, writes to those who have something to practise. Each person is
 * considered once that day, and gets one letter at most. Returns how many letters were written.
 */
export async function remindOfPractice(world: World): Promise<number> {
  const now = world.now();
  const today = dayOf(now);
  const remind = { 1: 'monday', 4: 'thursday' }[weekdayOf(today)] as 'monday' | 'thursday' | undefined;
  if (!remind || Date.parse(now) < Date.parse(startOfDay(today)) + hour * 3_600_000) return 0;
  let written = 0;
  await eachByItself(
    world,
    'practice',
    await listToRemindOfPractice(world.db, { remind, today }),
    (personId) => personId,
    (personId) =>
      world.db.transaction().execute(async (trx) => {
        const setting = await lockPracticeSetting(trx, personId);
        if (setting?.remind !== remind || setting.stopped_at !== null || (setting.looked_on ?? '') >= today) return;
        await updatePracticeSetting(trx, personId, { looked_on: today, recorded_at: now });
        const session = sessionOf((await findPractice(world, trx, personId))?.queue ?? []);
        if (session.length === 0) return;
        await writeLetter(world, trx, {
          personId,
          key: `practice:${personId}:${today}`,
          template: 'practice',
          words: () => ({
            questions: String(session.length),
            minutes: String(minutesOf(session)),
            url: `${world.publicUrl}/practice`,
          }),
        });
        written += 1;
      }),
  );
  return written;
}
