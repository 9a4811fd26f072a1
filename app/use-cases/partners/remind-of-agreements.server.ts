import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatDay } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { agreementMarkOn, agreementMarks, isRenewed } from '#curriculum/partners/agreement.ts';
import { agreementReminderKey, listAgreements, listAgreementsToRemind } from '#db/queries/agreement.ts';

/**
 * Reminds whom an agreement concerns that it ends soon, once for each mark: the contact persons of its library service, or
 * the agency. One that was renewed, corrected to a later day or taken back gets no reminder.
 */
export async function remindOfAgreements(world: World): Promise<void> {
  const day = dayOf(world.now());
  const due: (Awaited<ReturnType<typeof listAgreementsToRemind>>[number] & { mark: number })[] = [];
  for (const [at, mark] of agreementMarks.entries()) {
    const span = { mark, after: addDays(day, agreementMarks[at + 1] ?? 0), until: addDays(day, mark), day };
    due.push(...(await listAgreementsToRemind(world.db, span)).map((row) => ({ ...row, mark })));
  }
  const all = due.length > 0 ? await listAgreements(world.db) : [];
  await eachByItself(
    world,
    'agreement',
    due.filter((row) => agreementMarkOn(row, day) === row.mark && !isRenewed(row, all)),
    ({ id }) => id,
    (row) =>
      writeLetter(world, world.db, {
        personId: row.personId,
        key: agreementReminderKey(row),
        template: 'agreement-ends',
        words: (language) => ({
          partner: row.partner,
          about: row.about,
          last: formatDay(language, addDays(row.validUntil, -1)),
          url: `${world.publicUrl}/partners/agreements/${row.id}`,
        }),
      }),
  );
}
