import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HelpPointIssue, helpPointIssuesOf, phoneOf } from '#curriculum/help-points/help-point.ts';

const draft = {
  ...{ times: 'Mandag 14–17 og onsdag 10.30-12.00', place: 'Hovedbiblioteket, 1. sal', booking: 'Nej, bare kom' },
  ...{ phone: '', languages: 'Dansk', access: '', topics: ['vat'], from: '2026-11-30' },
};
const around = { today: '2026-11-30', topics: ['vat', 'moving'], standsFrom: undefined };
const issuesOf = (more: Partial<typeof draft>, standsFrom?: string): HelpPointIssue[] =>
  helpPointIssuesOf({ ...draft, ...more }, { ...around, standsFrom });

test('a plain text is fine, with an empty telephone and access', () => {
  expect(issuesOf({})).toEqual([]);
  expect(issuesOf({ phone: '+45 12345678', access: 'Elevator' })).toEqual([]);
});

test.each([
  [{ times: ' ' }, 'times', 'missing'],
  [{ place: 'x'.repeat(301) }, 'place', 'too-long'],
  [{ booking: 'Skriv til anna@bibliotek.example' }, 'booking', 'has-email'],
  [{ times: 'Ring 12 34 56 78' }, 'times', 'has-phone'],
  [{ access: 'Bed om 010190-1234' }, 'access', 'has-cpr'],
  [{ phone: '123' }, 'phone', 'not-a-phone'],
  [{ topics: [] }, 'topics', 'missing'],
  [{ topics: ['vat', 'gold'] }, 'topics', 'unknown'],
  [{ from: '' }, 'from', 'missing'],
  [{ from: '2026-02-30' }, 'from', 'not-a-day'],
  [{ from: '2036-11-30' }, 'from', 'too-far'],
] as const)('%j is refused', (more, field, problem) => {
  expect(issuesOf(more as Partial<typeof draft>)).toEqual([{ field, problem }]);
});

test('a text never begins before the one it replaces', () => {
  expect(issuesOf({ from: '2026-11-01' }, '2026-11-02')).toEqual([{ field: 'from', problem: 'before-last' }]);
  expect(issuesOf({ from: '2026-11-02' }, '2026-11-02')).toEqual([]);
});

test('a Danish number is written in pairs however it was typed', () => {
  for (const typed of ['12345678', '12 34 56 78', '+45 12345678', '0045-12-34-56-78', '1234 5678'])
    expect(phoneOf(typed)).toBe('12 34 56 78');
  expect(phoneOf('+46 8 123 456')).toBe('+46 8 123 456');
  expect(phoneOf('112')).toBeUndefined();
});

test('what is a telephone number stays one when it is read again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8}$/), (digits) => {
      const once = phoneOf(digits)!;
      expect(phoneOf(once)).toBe(once);
    }),
  );
});
