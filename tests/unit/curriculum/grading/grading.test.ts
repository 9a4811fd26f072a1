import { describe, expect, test } from 'vitest';
import { conflictBetween } from '#curriculum/grading/conflict-between.ts';
import { parseGrading } from '#curriculum/grading/parse-grading.ts';

const step = { rubric: [{ id: 'problem' }, { id: 'seddel' }] };
const allMet = { problem: 'met', seddel: 'met' };
const oneMissing = { problem: 'met', seddel: 'missing' };
const words = 'Del sedlen i to dele.';

describe('a grading is parsed:', () => {
  test.each([
    ['accepts when every criterion is met', { decision: 'accepted', judged: allMet, feedback: '' }, { ok: true }],
    [
      'does not accept with one missing',
      { decision: 'accepted', judged: oneMissing, feedback: words },
      { ok: false, issue: 'criteria-missing', criterion: 'seddel' },
    ],
    [
      'returns nothing before every criterion is judged',
      { decision: 'returned', judged: { problem: 'met' }, feedback: words },
      { ok: false, issue: 'criteria-unjudged', criterion: 'seddel' },
    ],
    [
      'takes no third word for met',
      { decision: 'accepted', judged: { problem: 'met', seddel: 'maybe' }, feedback: '' },
      { ok: false, issue: 'criteria-unjudged' },
    ],
    ['returns with words', { decision: 'returned', judged: oneMissing, feedback: words }, { ok: true }],
    [
      'does not return without words',
      { decision: 'returned', judged: oneMissing, feedback: '   kort   ' },
      { ok: false, issue: 'feedback-missing' },
    ],
    [
      'does not reject without a reason',
      { decision: 'rejected', judged: oneMissing, feedback: '' },
      { ok: false, issue: 'feedback-missing' },
    ],
    ['needs a decision', { decision: '', judged: oneMissing, feedback: words }, { ok: false, issue: 'no-decision' }],
    [
      'knows its criteria',
      { decision: 'returned', judged: { ...oneMissing, andet: 'met' }, feedback: words },
      { ok: false, issue: 'not-a-criterion' },
    ],
    [
      'has an end',
      { decision: 'returned', judged: oneMissing, feedback: 'x'.repeat(5_001) },
      { ok: false, issue: 'feedback-too-long' },
    ],
  ])('%s', (_, given, expected) => expect(parseGrading(given, step)).toMatchObject(expected));
});

test('nobody grades themselves or a colleague', () => {
  const of = (personId: string, ...services: string[]) => ({ personId, services });
  expect(conflictBetween(of('a', 'x'), of('a'))).toBe('own-work');
  expect(conflictBetween(of('a', 'x', 'y'), of('b', 'y'))).toBe('same-library');
  expect(conflictBetween(of('a', 'x'), of('b', 'y'))).toBe('none');
  expect(conflictBetween(of('a'), of('b'))).toBe('none');
});
