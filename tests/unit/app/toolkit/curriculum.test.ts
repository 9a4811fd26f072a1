import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCurriculum } from '#app/toolkit/curriculum.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'curriculum-'));
  for (const folder of ['courses', 'readiness'])
    cpSync(`curriculum/${folder}`, path.join(root, 'curriculum', folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const renewal = 'curriculum/courses/fornyelse/2026.1/course.yaml';
const policy = 'curriculum/readiness/policy.yaml';

function change(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(root, file), text.replace(from, to));
}

test('what is shipped is in order', () => expect(checkCurriculum(root)).toMatchObject({ exit: 0 }));

test('a fault in the policy is told as well, alone or beside those of the courses', () => {
  change(policy, 'kind: staffing', 'kind: staff');
  expect(checkCurriculum(root)).toMatchObject({ exit: 1, error: expect.stringMatching(`^${policy}:`) });
  change(renewal, 'appealWindow: 14d', 'appealWindow: soon');
  const { error } = checkCurriculum(root);
  expect(error?.split('\n').map((line) => line.split(':')[0])).toEqual([renewal, policy]);
});
