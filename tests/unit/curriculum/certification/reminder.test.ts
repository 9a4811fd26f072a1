import { expect, test } from 'vitest';
import { reminderDueOn } from '#curriculum/certification/reminder.ts';

test.each([
  ['2027-01-30', undefined],
  ['2027-01-31', 90],
  ['2027-04-01', 30],
  ['2027-03-31', 90],
  ['2027-04-23', 30],
  ['2027-04-24', 7],
  ['2027-04-30', 7],
  ['2027-05-01', undefined],
  ['2028-01-01', undefined],
])('for a certificate that is valid until 30 April 2027, the reminder due on %s is %s', (day, mark) =>
  expect(reminderDueOn('2027-05-01', day)).toBe(mark),
);
