import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { isHoliday, workingDayFrom } from '#curriculum/calendar/working-day.ts';

/** Computed from the Gregorian date of Easter; Store bededag until 2023. */
const listed = new Set(readFileSync('tests/fixtures/danish-holidays.txt', 'utf8').trim().split(/\r?\n/));

test('the public holidays of 2007 to 2040 are those of the list, and no other day is one', () => {
  const wrong: string[] = [];
  for (let day = '2007-01-01'; day < '2041-01-01'; day = addDays(day, 1))
    if (isHoliday(day) !== listed.has(day)) wrong.push(day);
  expect(wrong).toEqual([]);
  expect(listed.size).toBe(357);
});

test.each([
  ['2026-12-01', '2026-12-01', 'a Tuesday'],
  ['2015-03-01', '2015-03-02', 'a Sunday'],
  ['2020-03-01', '2020-03-02', 'a Sunday'],
  ['2027-12-25', '2027-12-27', 'Christmas on a weekend'],
  ['2024-03-28', '2024-04-02', 'Maundy Thursday to Easter Monday'],
  ['2023-05-05', '2023-05-08', 'Store bededag in its last year'],
  ['2024-04-26', '2024-04-26', 'the same Friday a year later'],
])('%s moves to %s: %s', (day, working) => expect(workingDayFrom(day)).toBe(working));
