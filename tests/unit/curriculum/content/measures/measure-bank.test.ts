import { expect, test } from 'vitest';
import { measureBank } from '#curriculum/content/measures/measure-bank.ts';
import type { QuestionOf } from '#curriculum/quiz/question.ts';

/** A single choice of these options; the right one begins with a star. */
function single(
  id: string,
  options: readonly string[],
  more: Partial<QuestionOf<'single'>> = {},
): QuestionOf<'single'> {
  const option = (text: string, at: number) => ({
    ...{ id: String.fromCharCode(97 + at), text: text.replace('*', ''), feedback: 'Derfor.' },
    ...(text.startsWith('*') && { correct: true as const }),
  });
  return { id, kind: 'single', text: '?', options: options.map(option), ...more } as QuestionOf<'single'>;
}
const none = { goals: [], levels: [] };

test('says how often the longest and the first option is right, and how often a blind choice would be', () => {
  const questions = [
    single('a', ['*kort', 'meget lang', 'lang']),
    single('b', ['kort', '*meget lang']),
    single('c', ['*lang', 'kort', 'her', 'nu']),
  ];
  const { single: measured } = measureBank(questions, none);
  expect(measured.questions).toBe(3);
  expect(measured.longest.right).toBe(1.5);
  expect(measured.first.right).toBe(2);
  expect(measured.first.chance).toBeCloseTo(1 / 3 + 1 / 2 + 1 / 4);
  expect(measured.longest.chance).toBe(measured.first.chance);
});

test('counts by kind, goal, level and use, and names a goal without questions', () => {
  const sure = {
    ...{ id: 'd', kind: 'true-false' as const, text: '?', answer: true, goal: 'se', level: 'huske' },
    feedback: { right: 'Ja.', wrong: 'Nej.' },
  };
  const questions = [single('a', ['*a', 'b'], { goal: 'se', level: 'huske', use: 'test' }), sure];
  expect(measureBank(questions, { goals: ['hilse', 'se'], levels: ['huske'] })).toMatchObject({
    questions: 2,
    kinds: [
      { name: 'single', questions: 1 },
      { name: 'true-false', questions: 1 },
    ],
    goals: [
      { name: 'hilse', questions: 0 },
      { name: 'se', questions: 2 },
    ],
    levels: [{ name: 'huske', questions: 2 }],
    uses: [
      { name: 'practice', questions: 0 },
      { name: 'test', questions: 1 },
      { name: 'both', questions: 1 },
    ],
    single: { questions: 1 },
  });
});
