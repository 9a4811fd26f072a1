import { describe, expect, test } from 'vitest';
import { type OutreachDraft, outreachIssuesOf } from '#curriculum/partners/outreach.ts';

const effort: OutreachDraft = {
  channel: 'local-paper',
  onDay: '2026-11-24',
  lastDay: '',
  place: 'Lokalavisen',
  amount: '1',
  note: '',
  cost: '',
  paidBy: '',
  answer: 'none',
};
const issues = (more: Partial<OutreachDraft>) =>
  outreachIssuesOf({ ...effort, ...more }, '2026-11-24').map(({ field, problem }) => `${field} ${problem}`);

describe('an effort to reach people', () => {
  test('can be recorded with a channel, a day that has come, a place and how many', () =>
    expect(issues({})).toEqual([]));
  test.each([
    [{ channel: 'radio' }, ['channel missing']],
    [{ onDay: '2026-11-25' }, ['onDay not-yet']],
    [{ onDay: '' }, ['onDay missing']],
    [{ onDay: '2026-02-30' }, ['onDay not-a-day']],
    [{ lastDay: '2026-11-23' }, ['lastDay before-first']],
    [{ lastDay: 'x' }, ['lastDay not-a-day']],
    [{ place: ' ' }, ['place missing']],
    [{ amount: '0' }, ['amount not-a-number']],
    [{ amount: '1,5' }, ['amount not-a-number']],
    [{ cost: '-5', paidBy: 'Pulje' }, ['cost not-a-number']],
    [{ cost: '500' }, ['paidBy missing']],
    [{ note: 'x'.repeat(1_001) }, ['note too-long']],
  ] as [Partial<OutreachDraft>, string[]][])('is refused with %j', (more, expected) =>
    expect(issues(more)).toEqual(expected),
  );
});
