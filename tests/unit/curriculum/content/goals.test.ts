import { describe, expect, test } from 'vitest';
import { bank, course, read } from './edition-files.ts';

const goals = `goals:
  - { id: g1, title: { da: "Et", en: "One" }, step: a }
  - { id: g2, title: { da: "To", en: "Two" }, step: a }
levels:
  - { id: huske, title: { da: "Huske", en: "Remember" } }
`;
const withGoals = (line = '{ bank: b, draw: 1, goal: g1 }', more = goals) =>
  course.replace('steps:', `${more}steps:`).replace('{ bank: b, draw: 1 }', line);
const question = (id: string, words: string) =>
  bank.slice(bank.indexOf('  - id: q1')).replace('q1', id).replace('text:', `${words}\n    text:`);
const bankOf = (...words: string[]) =>
  `bank: b\nquestions:\n${words.map((each, at) => question(`q${at + 1}`, each)).join('')}`;
const aimed = (goal: string, use = 'both') => `goal: ${goal}\n    level: huske\n    use: ${use}`;
const four = bankOf(aimed('g1'), aimed('g1', 'test'), aimed('g1', 'practice'), aimed('g2', 'practice'));

const said = (changed: Record<string, string>) => {
  const parsed = read(changed, { today: '2026-11-30' });
  const problems = parsed.ok ? parsed.warnings : parsed.problems;
  return problems.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
};

const errors = (changed: Record<string, string>) => said(changed).filter((line) => line.startsWith('error'));

describe('an edition with goals', () => {
  test('is accepted when every question names its goal and level and every line finds enough', () =>
    expect(said({ 'course.yaml': withGoals(), 'banks/b.yaml': four })).toEqual([]));

  test('demands a goal and a level of every question, and knows them', () =>
    expect(
      errors({
        'course.yaml': withGoals(),
        'banks/b.yaml': bankOf(aimed('g1'), 'use: test', 'goal: g9\n    level: x'),
      }),
    ).toEqual([
      'error questions.1.goal: Name the goal of the course that the question tests.',
      'error questions.1.level: Name the level of the question.',
      'error questions.2.goal: There is no goal "g9" in course.yaml.',
      'error questions.2.level: There is no level "x" in course.yaml.',
    ]));

  test('names the lesson of each goal, each goal once, and draws by goals that exist', () =>
    expect(
      said({
        'course.yaml': withGoals(
          '{ bank: b, draw: 1, goal: g3, level: kunne }',
          `${goals.replace('step: a }\nlevels', 'step: p }\n  - { id: g1, title: { da: "E", en: "E" }, step: b }\nlevels')}`,
        ),
        'banks/b.yaml': four,
      }).filter((line) => !line.includes('.draw')),
    ).toEqual([
      'error goals.1.step: Name the lesson that teaches the goal; there is no lesson "p".',
      'error goals.2.id: "g1" is here twice.',
      'error goals.2.step: Name the lesson that teaches the goal; there is no lesson "b".',
      'error steps.1.blueprint.0.goal: There is no goal "g3" in this course.',
      'error steps.1.blueprint.0.level: There is no level "kunne" in this course.',
    ]));

  test('says which lines find too few, counting what other lines take and leaving practice out', () =>
    expect(
      said({ 'course.yaml': withGoals('{ bank: b, draw: 2 }, { bank: b, draw: 1, goal: g1 }'), 'banks/b.yaml': four }),
    ).toEqual([
      'error steps.1.blueprint.0.draw: Asks for 2 questions, and other lines may take 1 of them; bank "b" has 2 for tests.',
    ]));

  test('warns of a goal whose second attempt repeats questions, and of one with nothing to practise', () =>
    expect(said({ 'course.yaml': withGoals(), 'banks/b.yaml': bankOf(aimed('g1'), aimed('g2', 'practice')) })).toEqual([
      'warning goals.0.id: Goal "g1" has no question that is for practice only.',
      'warning steps.1.blueprint.0.draw: A second attempt repeats questions of goal "g1": bank "b" has 1 for tests, two attempts need 2.',
    ]));
});

test('an edition without goals demands nothing of its questions', () => expect(said({})).toEqual([]));
