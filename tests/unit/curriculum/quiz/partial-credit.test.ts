import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certaintyMark } from '#curriculum/quiz/certainty.ts';
import { checkAnswer } from '#curriculum/quiz/check-answer.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { scoreAnswer, scoreAttempt } from '#curriculum/quiz/score-answer.ts';
import { withoutKey } from '#curriculum/quiz/without-key.ts';
import { questions } from './part-questions.ts';

const samples = Object.values(kinds).flatMap(({ samples }): readonly Question[] => samples);

describe.each(questions)('partial credit of $question.id', ({ question, parts, answer }) => {
  const score = (right: readonly boolean[]) => scoreAnswer(question, answer(right));
  const marks = fc.array(fc.boolean(), { minLength: parts, maxLength: parts });

  test('is the share of the right parts, nothing for none and 1 for all', () => {
    fc.assert(
      fc.property(marks, (right) => {
        expect(score(right)).toBeCloseTo(right.filter(Boolean).length / parts, 12);
      }),
    );
    expect([score(Array(parts).fill(false)), score(Array(parts).fill(true))]).toEqual([0, 1]);
  });

  test('never falls when one part more is right', () => {
    fc.assert(
      fc.property(marks, fc.nat(parts - 1), (right, at) => {
        expect(score(right.with(at, true))).toBeGreaterThanOrEqual(score(right.with(at, false)));
      }),
    );
  });
});

test('an ordering is compared with the right order that it comes closest to', () => {
  const [, twoWays] = kinds.ordering.samples;
  const of = (...order: string[]) => scoreAnswer(twoWays!, { order });
  expect(of('stop', 'mitid', 'bank', 'politi')).toBe(1);
  expect(of('stop', 'bank', 'mitid', 'politi')).toBe(1);
  expect(of('politi', 'bank', 'mitid', 'stop')).toBe(0.5);
  expect(of('mitid', 'stop', 'politi', 'bank')).toBe(0);
  // Something that is no order of the items earns at most what stands right, and never more than 1.
  expect(of('stop', 'stop', 'stop', 'stop')).toBe(0.25);
});

test('whoever chooses everything in a multiple choice earns nothing, with partial credit too', () => {
  const [, partial] = kinds.multiple.samples;
  const of = (...chosen: string[]) => scoreAnswer(partial!, { chosen });
  expect([of('post', 'rolle', 'skat'), of('post', 'rolle'), of('post'), of('post', 'skat'), of()]).toEqual([
    0, 1, 0.5, 0, 0,
  ]);
});

test('whatever is sent, a score lies between 0 and 1, and only the right answer to a whole question earns 1', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(fc.string(), { maxLength: 9 }),
      fc.nat(8),
      (question, sent, at) => {
        const order = kindOf(question)
          .parts(question)
          .map(({ id }) => id);
        const some = [...sent.slice(0, at), '1', '2-1', ...sent.slice(at)];
        const checked = checkAnswer(question, order, some);
        if (!checked.ok) return;
        expect(checked.score).toBeGreaterThanOrEqual(0);
        expect(checked.score).toBeLessThanOrEqual(1);
        if (!kindOf(question).unscored) expect(checked.feedback.verdict === 'right').toBe(checked.score === 1);
      },
    ),
  );
});

test('what is shown before another try says nothing of what would have been right', () => {
  for (const question of samples) {
    const kind = kindOf(question);
    const order = kind.parts(question).map(({ id }) => id);
    const checked = checkAnswer(question, order, kind.toForm(question, order, kind.wrong(question)));
    if (!checked.ok) throw new Error(question.id);
    const { said, parts, options } = withoutKey(checked.feedback);
    expect(said).toBeUndefined();
    expect(parts?.each.every(({ expected }) => expected === undefined) ?? true).toBe(true);
    expect(options.every(({ chosen }) => chosen)).toBe(true);
  }
});

describe('a scale', () => {
  const [scale] = kinds.scale.samples;
  const [single] = kinds.single.samples;
  test('counts neither as right nor as a question', () => {
    const scored = scoreAttempt([single, scale], [{ chosen: ['a'] }, { step: 5 }]);
    expect(scored).toEqual({ right: 1, of: 1, score: 1, perQuestion: [1, 0] });
    expect(scoreAttempt([scale], [{ step: 5 }])).toMatchObject({ of: 0, score: 0 });
  });
});

describe('certainty', () => {
  const [question] = kinds.single.samples;
  const of = (option: string, certainty?: string) => ({ chosen: [option], ...(certainty && { certainty }) });

  test('changes no score where it is only asked', () => {
    for (const answer of [of('a', '1'), of('b', '4')])
      expect(scoreAttempt([question], [answer], 'asked')).toEqual(scoreAttempt([question], [answer]));
  });

  test('marks as Gardner-Medwin does: 1, 2, 3 for right and 0, −2, −6 for wrong, as parts of 3', () => {
    expect((['1', '2', '3', '4'] as const).map((each) => certaintyMark(1, each) * 3)).toEqual([1, 1, 2, 3]);
    expect((['1', '2', '3', '4'] as const).map((each) => certaintyMark(0, each) * 3)).toEqual([0, 0, -2, -6]);
    expect(scoreAttempt([question, question], [of('a', '4'), of('b', '3')], 'scored').score).toBeCloseTo(1 / 6);
    expect(scoreAttempt([question], [of('b', '4')], 'scored').score).toBe(0);
    expect(scoreAttempt([question], [of('a')], 'scored').score).toBeCloseTo(1 / 3);
  });

  test('keeps the score of an attempt between 0 and 1, never lower for one right answer more', () => {
    const given = fc.record({ right: fc.boolean(), certainty: fc.constantFrom('1', '2', '3', '4', '') });
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 12 }), fc.nat(11), (answers, pick) => {
        const score = (list: typeof answers) =>
          scoreAttempt(
            list.map(() => question),
            list.map(({ right, certainty }) => of(right ? 'a' : 'b', certainty)),
            'scored',
          ).score;
        const at = pick % answers.length;
        const put = (right: boolean) => answers.with(at, { ...answers[at]!, right });
        expect(score(answers)).toBeGreaterThanOrEqual(0);
        expect(score(answers)).toBeLessThanOrEqual(1);
        expect(score(put(true))).toBeGreaterThanOrEqual(score(put(false)));
      }),
    );
  });
});
