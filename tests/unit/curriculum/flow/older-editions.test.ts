import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartMermaid, flowMermaid, stepLineOf } from '#curriculum/flow/graph.ts';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

// Measured before steps could open early: whatever the flow learns, an older edition keeps its charts to the byte.
const before = {
  'it-paedagogisk-vejleder': {
    course: '49f051cf01fe0c08',
    outline: '2fad9d008450aed5',
    line: '6336272cb445ba71',
    drawing: '7c093023f6ef7d80',
    charts: '4a910c662da3a2f7',
    proof: '1e2feb4fc552cb82',
  },
  fornyelse: {
    course: 'a2c62b8d893aa236',
    outline: '22e753f6af219bd9',
    line: '77df0aa059c45fe9',
    drawing: 'e90b8e48922362e3',
    charts: 'a8492c6bd6b337ba',
    proof: '2dbc2c1598050d9d',
  },
};

test.each(Object.entries(before))('edition 2026.1 of %s has the flow, charts and proof it always had', (slug, was) => {
  const parsed = parseCourse(readFileSync(`curriculum/courses/${slug}/2026.1/course.yaml`, 'utf8'), 'course.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { course, outline } = parsed;
  const machine = machineOf(course);
  expect({
    course: digest(course),
    outline: digest(outline),
    line: digest(stepLineOf(course)),
    drawing: digest(flowMermaid(course)),
    charts: digest(['life', ...course.steps.map(({ id }) => id)].map((each) => chartMermaid(machine, each))),
    proof: digest(proveCourse(course)),
  }).toEqual(was);
});
