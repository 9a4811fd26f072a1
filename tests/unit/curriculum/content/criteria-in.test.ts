import { expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import { course, problems, read } from './edition-files.ts';

const task = `---
title: P
facts: [m1-f01]
---

## Sådan bedømmes du

**Et problem.** Det er opfyldt, når du:

- begynder i Annas *hverdag*[^m1-f01]
- siger problemet.

**Ingen liste.** Det står kun i en sætning.
`;
const withTask = (text: string) => ({
  'course.yaml': course
    .replace('flow: [a, p]', 'flow: [a, t, p]')
    .replace(
      '  - { id: p',
      '  - { id: t, kind: practical, title: { da: "T", en: "T" }, rubric: [{ id: r, title: { da: "Et problem", en: "A problem" } }], attempts: 2 }\n  - { id: p',
    ),
  'practicals/t.md': text,
});

test('what a criterion asks for is read from the text of the task, without its notes', () => {
  const parsed = read(withTask(task));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.edition.readings.get('t')!.criteria).toEqual([
    {
      title: 'Et problem',
      lead: 'Det er opfyldt, når du:',
      points: ['begynder i Annas hverdag', 'siger problemet.'],
    },
  ]);
});

test('a task that does not say what a criterion asks for is refused', () => {
  const said = 'practicals/t.md:1 Say what "Et problem" asks for: **Et problem.** and a list below it.';
  expect(problems(withTask(task))).toEqual([]);
  expect(problems(withTask(task.replace('Et problem.', 'Et andet.')))).toEqual([said]);
});

test('every criterion of the shipped courses says what it asks for', () => {
  const loaded = loadCatalogue(process.cwd());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const asked = loaded.catalogue.editions.flatMap(({ course: { steps }, readings }) =>
    steps.flatMap((step) =>
      step.kind === 'practical'
        ? step.rubric.map(({ title }) => readings.get(step.id)!.criteria.find((each) => each.title === title.da))
        : [],
    ),
  );
  expect(asked.length).toBeGreaterThan(4);
  for (const criterion of asked) expect(criterion?.points.length).toBeGreaterThan(1);
});
