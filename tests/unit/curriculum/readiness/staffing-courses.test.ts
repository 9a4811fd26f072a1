import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFiles } from '#app/platform/open-world.server.ts';
import { parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import { confidentialityTests, courseFaults, staffingCourses } from '#curriculum/readiness/staffing-courses.ts';

const courses = readFiles().catalogue.editions.map(({ course }) => course);
const text = readFileSync('curriculum/readiness/policy.yaml', 'utf8');
function policyOf(changed: string) {
  const parsed = parsePolicy(changed, 'policy.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

test('a renewal staffs a place as the certificate it renews does, and no other course does', () => {
  const [rules] = policyOf(text).versions;
  expect(staffingCourses(rules!, courses).sort()).toEqual(['fornyelse', 'it-paedagogisk-vejleder']);
  const other = { ...courses[0]!, id: 'foerstehjaelp', renews: undefined };
  expect(staffingCourses(rules!, [...courses, other as never])).not.toContain('foerstehjaelp');
});

test('the test on confidentiality has the pass mark of its edition', () => {
  const [rules] = policyOf(text).versions;
  expect(confidentialityTests(rules!, courses)).toEqual([
    { course: 'it-paedagogisk-vejleder', edition: '2026.1', step: 'm2-test', passMark: 0.8 },
    { course: 'it-paedagogisk-vejleder', edition: '2026.2', step: 'm2-test', passMark: 0.8 },
    { course: 'it-paedagogisk-vejleder', edition: '2027.1', step: 'm2-test', passMark: 0.8 },
  ]);
});

test.each([
  ['a certification that is no course', '[it-paedagogisk-vejleder]', '[vejleder]', 'no course "vejleder"'],
  ['a step that is no test', 'step: m2-test', 'step: m2', '"m2" is no test of it-paedagogisk-vejleder 2026.1'],
  ['an edition without a step', 'edition: "2026.1"', 'edition: "2025.1"', 'name the test of it-paedagogisk-vejleder'],
])('the policy is held against the courses: %s', (_, from, to, message) => {
  expect(courseFaults(policyOf(text), courses)).toEqual([]);
  expect(text).toContain(from);
  expect(courseFaults(policyOf(text.replace(from, to)), courses).join('\n')).toContain(message);
});

test('a course that certifies nobody cannot be named as one that staffs a place', () => {
  const { validity: _, ...named } = courses.find(({ id }) => id === 'it-paedagogisk-vejleder')!;
  const attended = courses.map((each) => (each.id === named.id ? { ...named, end: 'attended' as const } : each));
  expect(courseFaults(policyOf(text), attended).join('\n')).toContain('ends in attended and certifies nobody');
});
