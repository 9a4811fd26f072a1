import { expect, test } from 'vitest';
import type { Reason } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';

const on = '2026-11-20';
const staffing = { required: 3, counted: 2, expiring: 1, marginDays: 60 };
const agreed = { partner: 'Styrelsen', from: '2026-01-01', lastDay: '2026-12-31' };
/** One reason of each code; a code that is missing here is a type error. */
const reasons: { [Code in Reason['code']]: Extract<Reason, { code: Code }> | Reason } = {
  staffed: { code: 'staffed', ...staffing },
  short: { code: 'short', ...staffing },
  'no-affiliation': { code: 'no-affiliation' },
  'nobody-guides': { code: 'nobody-guides' },
  'no-evidence': { code: 'no-evidence' },
  'all-passed': { code: 'all-passed', passed: 2, guides: 2 },
  'not-all-passed': { code: 'not-all-passed', passed: 1, guides: 2 },
  'said-unknown': { code: 'said-unknown', on },
  awaits: { code: 'awaits', on },
  evidence: { code: 'evidence', on, lastDay: '2027-01-01' },
  'said-no': { code: 'said-no', on, lastDay: '2027-01-01' },
  stale: { code: 'stale', on, lastDay: '2026-11-22' },
  agreement: { code: 'agreement', ...agreed },
  'agreement-ended': { code: 'agreement-ended', ...agreed },
};

test.each(['da', 'en'] as const)('every reason of a gate is a sentence of its own: %s', (language) => {
  const said = Object.values(reasons).map((reason) => reasonText(reason, language));
  expect(new Set(said).size).toBe(said.length);
  for (const sentence of said) expect(sentence).toMatch(/^[A-ZÆØÅ0-9].+\.$/);
});

test('no reason is said in the same words in both languages', () => {
  for (const reason of Object.values(reasons)) expect(reasonText(reason, 'da')).not.toBe(reasonText(reason, 'en'));
});
