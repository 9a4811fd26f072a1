import { describe, expect, test } from 'vitest';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { goalResults, placesToRead } from '#curriculum/quiz/what-to-repeat.ts';
import { withReasonsOnly } from '#curriculum/quiz/without-key.ts';
import { multiple, single } from './questions.ts';

const samples = Object.values(kinds).flatMap(({ samples }) => samples as readonly Question[]);

describe('what is told about an answer before the test is passed', () => {
  test.each(samples.map((sample) => [sample.id, sample] as const))('keeps the key of %s back', (_, question) => {
    if (kindOf(question).unscored) return;
    const told = withReasonsOnly(feedbackOf(question, kindOf(question).wrong(question)));
    expect(told.said?.expected).toBeUndefined();
    for (const part of told.parts?.each ?? []) expect(part.expected).toBeUndefined();
    expect(told.options.every(({ chosen }) => chosen)).toBe(true);
    const unanswered = withReasonsOnly(feedbackOf(question, undefined));
    expect(unanswered.options).toEqual([]);
  });

  test('still says why the chosen options are as they are', () => {
    const told = withReasonsOnly(feedbackOf(multiple, kindOf(multiple).wrong(multiple)));
    expect(told.options.length).toBeGreaterThan(0);
    for (const { feedback } of told.options) expect(feedback).not.toBe('');
  });

  test('says everything about a right answer', () => {
    const whole = feedbackOf(multiple, kindOf(multiple).right(multiple));
    expect(withReasonsOnly(whole)).toEqual(whole);
  });
});

describe('what to repeat after a failed test', () => {
  const about = (id: string, goal: string, lesson?: string): Question => ({
    ...single(id),
    goal,
    ...(lesson && { lesson }),
  });
  const questions = [about('a', 'g1', 'm2#koder'), about('b', 'g1', 'm2#koder'), about('c', 'g2'), about('d', 'g2')];
  const goals = [
    { id: 'g1', step: 'm2' },
    { id: 'g2', step: 'm3' },
  ];

  test('is said goal by goal, the weakest first, counting shares', () =>
    expect(goalResults(questions, [0.5, 0, 1, 1])).toEqual([
      { goal: 'g1', earned: 0.5, of: 2 },
      { goal: 'g2', earned: 2, of: 2 },
    ]));

  test('names the place of each wrong question, or the lesson of its goal, the worst place first', () =>
    expect(placesToRead(questions, [0, 0.5, 1, 0], goals)).toEqual([
      { step: 'm2', section: 'koder', wrong: 2 },
      { step: 'm3', wrong: 1 },
    ]));

  test('is nothing where the edition does not say what its questions are about', () => {
    const plain = [single('a'), single('b')];
    expect([goalResults(plain, [0, 0]), placesToRead(plain, [0, 0], [])]).toEqual([[], []]);
  });
});
