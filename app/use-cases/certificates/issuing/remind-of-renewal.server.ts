import type { World } from '#app/platform/world.server.ts';
import { statusOfRow } from '#app/use-cases/certificates/register/status-of-row.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatDay } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isValid, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { reminderDueOn, reminderMarks } from '#curriculum/certification/reminder.ts';
import { withEvents } from '#db/queries/certificate.ts';
import { listToRemind, reminderKey } from '#db/queries/reminder.ts';

/**
 * Reminds holders whose certificate ends soon, once at each mark. A certificate that was renewed, replaced, revoked or
 * suspended gets no reminder.
 */
export async function remindOfRenewal(world: World): Promise<void> {
  const today = dayOf(world.now());
  const due: (Awaited<ReturnType<typeof listToRemind>>[number] & { mark: number })[] = [];
  for (const [at, mark] of reminderMarks.entries()) {
    const span = { mark, after: addDays(today, reminderMarks[at + 1] ?? 0), until: addDays(today, mark) };
    due.push(...(await listToRemind(world.db, span)).map((row) => ({ ...row, mark })));
  }
  const rows = await withEvents(world.db, due);
  await eachByItself(
    world,
    'reminder',
    rows,
    ({ number }) => number,
    async (row) => {
      const { number, mark, person_id, valid_until, events } = row;
      if (!isValid(statusOfRow(row, events, today)) || reminderDueOn(valid_until, today) !== mark) return;
      await writeLetter(world, world.db, {
        personId: person_id,
        key: reminderKey(number, mark),
        template: 'reminder',
        words: (language) => ({ number, last: formatDay(language, lastValidDay(valid_until)) }),
      });
    },
  );
}
