import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions } from '#curriculum/quiz/draw-questions.ts';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import { BankFile, kindOf, type Question } from '#curriculum/quiz/question.ts';
import { questionView } from '#curriculum/quiz/question-view.ts';
import { scoreAnswer } from '#curriculum/quiz/score-answer.ts';

const samples = Object.values(kinds).flatMap(({ samples }): readonly Question[] => samples);
/** A question as some attempt draws it. */
const drawn = (question: Question, seed: string) =>
  drawQuestions([{ bank: 'x', draw: 1 }], new Map([['x', [question]]]), seed)[0]!.optionOrder;
const stored = (value: unknown) => JSON.parse(JSON.stringify(value));

test('every kind has samples, by the name under which a bank knows it', () => {
  for (const [name, { samples }] of Object.entries(kinds))
    expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set([name]));
  expect(BankFile.parse({ bank: 'x', questions: samples })).toEqual({ bank: 'x', questions: samples });
});

test('a gap is named by the words before it, without the full stop of the sentence before', () => {
  const [cloze] = kinds.cloze.samples;
  const twice = { ...cloze, passage: `Karen skriver {{${cloze.gaps[0]!.id}}}. Hun er {{${cloze.gaps[1]!.id}}}.` };
  const shown = kinds.cloze.show({ ...twice, gaps: cloze.gaps.slice(0, 2) }, []);
  expect(shown.gaps.map(({ before }) => before)).toEqual(['Karen skriver …', 'Hun er …']);
});

test('a kind that nobody knows is refused with the names of all that there are', () => {
  const refused = BankFile.safeParse({ bank: 'x', questions: [{ ...samples[0], kind: 'essay' }] });
  for (const name of Object.keys(kinds)) expect(refused.error?.issues[0]?.message).toContain(name);
});

describe.each(samples.map((question) => [question.id, question] as const))('the sample %s', (_, question) => {
  const kind = kindOf(question);

  test('has no fault beyond its schema', () => expect(kind.faultsOf?.(question) ?? []).toEqual([]));

  test('is answered right and wrong, and the form that sends an answer is read back', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('right', 'wrong'), (seed, how) => {
        const order = drawn(question, seed);
        const answer = kind[how](question);
        const sent = kind.toForm(question, order, answer);
        expect(parseAnswer(question, order, sent)).toEqual({ ok: true, answer });
        expect(scoreAnswer(question, stored(answer))).toBe(how === 'right' && !kind.unscored ? 1 : 0);
        expect(feedbackOf(question, stored(answer)).verdict).toBe(kind.unscored ? 'noted' : how);
      }),
    );
  });

  test('gives no points for a missing answer, an answer of another kind or something that is no answer', () => {
    const others = samples.filter((other) => other.kind !== question.kind).map((other) => kindOf(other).wrong(other));
    for (const answer of [undefined, null, {}, 'b', ...others]) expect(scoreAnswer(question, answer)).toBe(0);
    expect(feedbackOf(question, undefined).verdict).toBe(kind.unscored ? 'noted' : 'wrong');
  });

  test('is shown by positions only: neither the ids nor the order of its file reach the browser', () => {
    const parts = kind.parts(question);
    const views = Array.from({ length: 400 }, (_, at) => questionView(question, drawn(question, `frø ${at}`)));
    for (const view of views) {
      expect(stored(view)).toEqual(view);
      const placesAlone = Object.values(view).every(
        (shown) => !Array.isArray(shown) || shown.every(({ id }, at) => id === String(at + 1)),
      );
      expect(placesAlone).toBe(true);
    }
    // Every part comes to every place, so a place says nothing about what stands there.
    if (parts.length > 0 && !kind.inFileOrder)
      expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(
        ordersOf(parts.map(({ id }) => id)).filter((order) => kind.mayBegin?.(question, order) ?? true).length,
      );
  });

  test('shows no word of its key or its explanations, and nothing that changes with the key', () => {
    const view = JSON.stringify(questionView(question, drawn(question, 'frø')));
    for (const how of ['right', 'wrong'] as const) {
      const { options, said, parts } = feedbackOf(question, kind[how](question));
      for (const { feedback } of options) expect(view).not.toContain(feedback);
      if (said) expect(view).not.toContain(said.feedback);
      if (parts) expect(view).not.toContain(parts.feedback);
      if (said && kind.parts(question).length === 0) expect(view).not.toContain(said.expected);
    }
    expect(view).not.toMatch(/"(correct|feedback|accept|answer|tolerance)"/);
  });
});

const ordersOf = (ids: readonly string[]): string[][] =>
  ids.length === 0 ? [[]] : ids.flatMap((id, at) => ordersOf(ids.toSpliced(at, 1)).map((rest) => [id, ...rest]));
