import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'courses-'));
  cpSync('curriculum/courses', path.join(root, 'curriculum', 'courses'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const problems = () => {
  const loaded = loadCatalogue(root);
  return loaded.ok ? [] : loaded.problems.map(({ file, message }) => `${file} ${message}`);
};
const renewed = 'curriculum/courses/it-paedagogisk-vejleder';

test('a course can be renewed even if it has a fault', () => {
  const file = path.join(root, renewed, '2026.1', 'course.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/passMark: [\d.]+/, 'passMark: 1.8'));
  expect(problems()).toEqual([expect.stringContaining(`${renewed}/2026.1/course.yaml`)]);
});

test('a course that is missing cannot be renewed', () => {
  rmSync(path.join(root, renewed), { recursive: true });
  expect(problems()).toEqual([
    'curriculum/courses/fornyelse/2026.1/course.yaml There is no course "it-paedagogisk-vejleder" to renew.',
  ]);
});
