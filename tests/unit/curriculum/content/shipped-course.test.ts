import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import { measureEdition } from '#curriculum/content/measures/measure-edition.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';

const loaded = loadCatalogue(process.cwd());
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
/** How a text says that something is our judgement and not a rule. */
const saysSo =
  /\b(vores|vi (anbefaler|foreslår|forklarer|råder)|(anbefaler|foreslår) vi|kurset foreslår|god skik|vurdering|our|we (recommend|suggest|advise|explain|read it)|good practice)\b/i;

/** Every explanation of a question: that of each option, or those of a right and of a wrong answer. */
function explained(question: Question): { correct: boolean; feedback: string }[] {
  const kind = kindOf(question);
  const [right, wrong] = [kind.right(question), kind.wrong(question)].map((answer) => kind.explain(question, answer));
  if (right!.options.length > 0) return right!.options;
  const said = [right, wrong].flatMap((each) => each?.said ?? each?.parts ?? []);
  return said.map(({ feedback }) => ({ correct: true, feedback }));
}

describe.each(loaded.catalogue.editions.map((edition) => [edition.course.id, edition] as const))(
  '%s',
  (id, edition) => {
    const place = `curriculum/courses/${id}/${edition.course.edition}`;
    const facts = [...edition.facts.values()];
    const questions = [...edition.banks.values()].flat();
    const judged = new Set(facts.filter(({ confidence }) => confidence === 'J').map(({ id }) => id));

    describe('the facts', () => {
      test('name their source in words that a reader can follow', () =>
        expect(facts.filter(({ source }) => /\b(same|our|wording|seed|judgement|term)\b/i.test(source))).toEqual([]));
      test('must be reviewed within a year of the edition', () =>
        expect(facts.filter(({ reviewBy }) => reviewBy < '2026-12-01' || reviewBy > '2027-11-30')).toEqual([]));
    });

    test('has lessons that take as long as they say, with time for reading and exercises', () => {
      const measured = measureEdition(edition, 'da').lessons;
      const short = edition.course.steps.flatMap((step) => {
        if (step.kind !== 'lesson') return [];
        const takes = measured.find((lesson) => lesson.step === step.id)!.minutes.workedOut;
        return Math.abs(takes / step.minutes! - 1) > 1 / 8 ? [{ id: step.id, takes }] : [];
      });
      expect(short).toEqual([]);
    });

    describe('words what is a judgement as one:', () => {
      const folders = ['lessons', 'practicals', 'days'].filter((folder) => existsSync(`${place}/${folder}`));
      const texts = folders.flatMap((folder) => readdirSync(`${place}/${folder}`).map((name) => `${folder}/${name}`));
      test.each(texts)('%s', (name) => {
        const claims = readFileSync(`${place}/${name}`, 'utf8')
          .split('\n')
          .flatMap((line) => line.split(/(?<=\])(?=\s)/))
          .filter((claim) => [...claim.matchAll(/\[\^([^\]]+)\]/g)].some(([, id]) => judged.has(id!)));
        expect(claims.filter((claim) => !saysSo.test(claim))).toEqual([]);
      });
      test('the questions', () => {
        const bare = questions.filter((question) => {
          if (!question.facts!.every((id) => judged.has(id))) return false;
          const feedback = explained(question).filter(({ correct }) => correct);
          return !saysSo.test([question.text, ...feedback.map((each) => each.feedback)].join(' '));
        });
        expect(bare.map(({ id }) => id)).toEqual([]);
      });
    });

    describe('the banks', () => {
      // Where questions name goals, the kinds follow from what is asked.
      const withoutGoals = [...edition.banks].filter(([, bank]) => bank.every(({ goal }) => goal === undefined));
      test.each(withoutGoals)('have the first five kinds of question: %s', (_, bank) =>
        expect(new Set(bank.map(({ kind }) => kind))).toEqual(
          new Set(['single', 'multiple', 'true-false', 'numeric', 'short-text']),
        ),
      );
      test('ask for a number with its unit', () =>
        expect(questions.filter((question) => question.kind === 'numeric' && !question.unit)).toEqual([]));
      test('do not give the key away by the longest answer', () => {
        const singles = questions.flatMap((question) => (question.kind === 'single' ? [question] : []));
        const lead = singles.map(({ id, options }) => {
          const lengths = (right: boolean) =>
            options.filter(({ correct }) => correct === right).map(({ text }) => text.length);
          return { id, by: lengths(true)[0]! / Math.max(...lengths(false)) };
        });
        expect(lead.filter(({ by }) => by > 1.2)).toEqual([]);
        expect(lead.filter(({ by }) => by > 1).length / singles.length).toBeLessThan(0.45);
      });
      test('give feedback that says more than right or wrong', () => {
        const said = questions.flatMap(explained).map(({ feedback }) => feedback);
        expect(said.filter((feedback) => feedback.split(' ').length < 5)).toEqual([]);
      });
    });
  },
);

describe('edition 2026.2, M1 and M2 in the new form', () => {
  const edition = loaded.catalogue.find('it-paedagogisk-vejleder', '2026.2')!;

  test.each(['m1', 'm2'])(
    '%s has two figures or more, five things to do or more, and a dialogue where people meet',
    (lesson) => {
      const { files, exercises } = edition.readings.get(lesson)!;
      expect(files.filter((name) => name.endsWith('.svg')).length).toBeGreaterThanOrEqual(2);
      expect(exercises.length).toBeGreaterThanOrEqual(5);
      expect(exercises.filter(({ is }) => is === 'dialogue')).toHaveLength(1);
    },
  );
  test.each(['m1', 'm2'])('%s is easy to read', (lesson) =>
    expect(edition.readings.get(lesson)!.lix).toBeLessThanOrEqual(35),
  );
  test.each(['m1', 'm2'])('the bank %s has twenty questions or more, eight of them for practice only', (bank) => {
    const questions = edition.banks.get(bank)!;
    expect(questions.length).toBeGreaterThanOrEqual(20);
    expect(questions.filter(({ use }) => use === 'practice').length).toBeGreaterThanOrEqual(8);
  });
  test('every question names a goal and a level of the course, and what it is for', () => {
    const goals = new Set(edition.course.goals?.map(({ id }) => id));
    const levels = new Set(edition.course.levels?.map(({ id }) => id));
    const bare = [...edition.banks.values()]
      .flat()
      .filter(({ goal, level, use }) => !goals.has(goal!) || !levels.has(level!) || use === undefined);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
  test('the first option is right no more often than chance allows', () => {
    const singles = [...edition.banks.values()].flat().flatMap((each) => (each.kind === 'single' ? [each] : []));
    const first = singles.filter(({ options }) => options[0]!.correct).length / singles.length;
    expect(first).toBeLessThan(0.4);
  });
});

test('the renewal course contains no fact that the course does not have', () => {
  const [renewal, course] = ['fornyelse', 'it-paedagogisk-vejleder'].map((id) => loaded.catalogue.find(id, '2026.1')!);
  expect(
    [...renewal!.facts].filter(([id, fact]) => JSON.stringify(course!.facts.get(id)) !== JSON.stringify(fact)),
  ).toEqual([]);
});
