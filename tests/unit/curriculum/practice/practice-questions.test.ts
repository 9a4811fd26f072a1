import { expect, test } from 'vitest';
import { readFiles } from '#app/platform/open-world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { practiceQuestions } from '#curriculum/practice/practice-questions.ts';
import type { Question } from '#curriculum/quiz/question.ts';

const old = readFiles().catalogue.find('it-paedagogisk-vejleder', '2026.1')!;
const open = (edition: Edition, done: readonly string[] | 'all') =>
  practiceQuestions(edition, done === 'all' ? 'all' : new Set(done)).flatMap(({ questions }) =>
    questions.map(({ id }) => id),
  );

test('an edition without goals is practised by module, with the title of its lesson', () => {
  const goals = practiceQuestions(old, 'all');
  expect(goals.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  expect(goals[1]).toMatchObject({ title: { da: 'Din rolle: tavshedspligt, MitID og fuldmagt' } });
  const all = [...old.banks.values()].flat().length;
  expect(open(old, 'all')).toHaveLength(all);
});

test('no key of a test that is not passed is shown: every test that may ask a question is passed before', () => {
  expect(open(old, [])).toEqual([]);
  expect(open(old, ['m2', 'm2-test', 'm3-test', 'm4-test', 'm5-test'])).toEqual([]);
  expect(practiceQuestions(old, new Set(['m2-test'])).find(({ id }) => id === 'm2')).toMatchObject({
    opensWith: 'slutproeve',
  });
  expect(open(old, ['m2-test', 'slutproeve'])).toEqual(
    expect.arrayContaining(old.banks.get('m2')!.map(({ id }) => id)),
  );
  expect(open(old, ['slutproeve'])).not.toContain('m2-q01');
});

test('a question for practice only opens with the lesson of its goal, and counts for nothing in a test', () => {
  const [first, second, ...others] = old.banks.get('m2')! as [Question, Question, ...Question[]];
  const bank = [
    { ...first, use: 'practice', goal: 'm2-tavshed' },
    { ...second, use: 'practice', lesson: 'm3#log-ind' },
    ...others,
  ] as Question[];
  const goals = [{ id: 'm2-tavshed', title: { da: 'Tavshed', en: 'Secrecy' }, step: 'm2' }];
  const edition: Edition = {
    ...old,
    course: { ...old.course, goals } as Edition['course'],
    banks: new Map([['m2', bank]]),
  };
  expect(open(edition, [])).toEqual([]);
  expect(open(edition, ['m2'])).toEqual([first.id]);
  expect(open(edition, ['m3'])).toEqual([second.id]);
  expect(practiceQuestions(edition, new Set())[0]).toMatchObject({ id: 'm2-tavshed', opensWith: 'm2' });
});
