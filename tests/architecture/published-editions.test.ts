import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import { stepsIn } from '#curriculum/flow/course.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import { kindOf } from '#curriculum/quiz/question.ts';

const loaded = loadCatalogue(process.cwd());
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
const editions = loaded.catalogue.editions.map(
  (edition) => [`${edition.course.id}/${edition.course.edition}`, edition] as const,
);
const published: Record<string, string> = JSON.parse(readFileSync('curriculum/courses/published.json', 'utf8'));

describe.each(editions)('%s', (name, edition) => {
  // A draft is shipped so that it can be tried, but it has no digest yet: nobody can be enrolled in it.
  test.runIf(Object.hasOwn(published, name))('has not changed since it was published', () =>
    expect(edition.contentHash).toBe(published[name]),
  );
  test('is proved free of dead ends', () => expect(proveCourse(edition.course).faults).toEqual([]));
  test('names a fact for every question and gives feedback to every option', () => {
    for (const question of [...edition.banks.values()].flat()) {
      expect(
        question.facts!.every((id) => edition.facts.has(id)),
        question.id,
      ).toBe(true);
      const { options } = kindOf(question).explain(question, undefined);
      if (options.length > 0) expect(options.length, question.id).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the shipped course has seventeen steps, a choice of one in three, sixty questions or more, and twenty in the final test', () => {
  const { course, banks } = loaded.ok ? loaded.catalogue.find('it-paedagogisk-vejleder', '2026.1')! : undefined!;
  const last = course.steps.find(({ id }) => id === 'slutproeve');
  expect(stepsIn(course.flow)).toHaveLength(17);
  expect([...banks.values()].flat().length).toBeGreaterThanOrEqual(60);
  expect(
    last?.kind === 'quiz' && [
      last.blueprint.reduce((sum, { draw }) => sum + draw, 0),
      last.passMark,
      last.blueprint.length,
    ],
  ).toEqual([20, 0.8, 6]);
  expect(course.validity?.months).toBe(24);
});
