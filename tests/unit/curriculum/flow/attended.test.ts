import { describe, expect, test } from 'vitest';
import { chartOf } from '#curriculum/flow/course-machine.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { lifeCycle } from '#curriculum/flow/life-cycle.ts';
import { replay } from '#curriculum/flow/progress.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import { attendedCourse, attendedFiles, parseAttended } from '../../../attended-course.ts';

const { course } = attendedCourse();
const problemsIn = (change: (text: string) => string) => {
  const parsed = parseAttended(change);
  return parsed.ok
    ? []
    : parsed.problems.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`);
};
const at = '2026-11-24T09:00:00.000Z';
const done: FlowEvent[] = [
  { at, type: 'approved' },
  { at, type: 'started' },
  { at, type: 'lesson-read', step: 'hils' },
  { at, type: 'attended', step: 'dagen' },
];

describe('a course that certifies nobody', () => {
  test('is proved: everybody may come to attended, nobody past a step, and nobody is certified', () => {
    expect(proveCourse(course)).toMatchObject({ ok: true, faults: [] });
    expect(replay(course, done).value.life).toBe('assessed');
    expect(replay(course, [...done, { at, type: 'issued' }]).value.life).toBe('attended');
    const states = Object.keys(lifeCycle({ days: 14 }, 'attended').states!);
    expect(states).not.toContain('certified');
    expect(states).not.toContain('withheld');
    expect(Object.keys(lifeCycle({ days: 14 }).states!)).not.toContain('attended');
  });

  test('has a fault in its proof when nothing leads to its end', () => {
    const shut = (...given: Parameters<typeof lifeCycle>) => {
      const chart = lifeCycle(...given);
      const { assessed, ...states } = chart.states as Record<string, object>;
      return { ...chart, states: { ...states, assessed: { ...assessed, on: {} } } } as typeof chart;
    };
    const found = proveCourse(course, { chartOf, lifeCycle: shut }).faults.map(({ fault }) => fault);
    expect(found).toEqual(expect.arrayContaining(['never-attended', 'unreachable', 'dead-end']));
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'neither a validity nor an end',
      (text) => text.replace('end: attended\n', ''),
      '"validity" is missing. Write it, or "end: attended" if the course certifies nobody.',
    ],
    [
      'a validity beside its end',
      (text) => text.replace('end: attended', 'end: attended\nvalidity: { months: 24 }'),
      'A course that ends in attended certifies nobody: take "validity" out, or take "end" out.',
    ],
    [
      'a course it renews',
      (text) =>
        text.replace(
          'end: attended',
          'end: attended\nrenews: { course: x, title: { da: "X", en: "X" }, graceMonths: 1 }',
        ),
      'take "renews" out',
    ],
    [
      'another end',
      (text) => text.replace('end: attended', 'end: passed'),
      'Write end: attended, or take the line out.',
    ],
    [
      'a way without a course day',
      (text) => text.replace('flow: [hils, dagen]', 'flow: [{ choose: { n: 1, of: [hils, dagen] } }]'),
      'Somebody could end here without a course day',
    ],
  ])('is refused with %s', (_, change, message) => {
    const found = problemsIn(change);
    expect(found).toEqual([expect.stringMatching(/^course\.yaml:\d+ /)]);
    expect(found[0]).toContain(message);
    expect(change(attendedFiles.get('course.yaml')!)).not.toBe(attendedFiles.get('course.yaml'));
  });

  test('is another course by its end: that is a material change', () => {
    const { end: _, ...rest } = course;
    const certifying = { ...rest, validity: { months: 24 }, edition: '2026.2' };
    expect(changeBetween(course, certifying)).toMatchObject({ change: 'material', differs: ['validity', 'end'] });
  });
});
