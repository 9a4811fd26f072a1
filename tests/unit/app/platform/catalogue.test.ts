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
  const errors = loaded.ok ? [] : loaded.problems.filter(({ severity }) => severity === 'error');
  return errors.map(({ file, message }) => `${file} ${message}`);
};
const renewed = 'curriculum/courses/it-paedagogisk-vejleder';

test('a course can be renewed even if it has a fault', () => {
  const file = path.join(root, renewed, '2026.1', 'course.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/passMark: [\d.]+/, 'passMark: 1.8'));
  expect(problems()).toContain(`${renewed}/2026.1/course.yaml Write a number of at most 1.`);
  expect(problems().filter((problem) => problem.includes('to renew'))).toEqual([]);
});

test('a course that is missing cannot be renewed', () => {
  rmSync(path.join(root, renewed), { recursive: true });
  expect(problems()).toEqual([
    'curriculum/courses/fornyelse/2026.1/course.yaml There is no course "it-paedagogisk-vejleder" to renew.',
    'curriculum/courses/fornyelse/2027.1/course.yaml There is no course "it-paedagogisk-vejleder" to renew.',
    'curriculum/courses/published.json Put it-paedagogisk-vejleder/2026.1 back: it is published, and its files are gone.',
    'curriculum/courses/published.json Put it-paedagogisk-vejleder/2026.2 back: it is published, and its files are gone.',
  ]);
});

test('a published edition with a question less is refused, and a change of a line ending is none', () => {
  const bank = path.join(root, renewed, '2026.1', 'banks', 'm2.yaml');
  const text = readFileSync(bank, 'utf8');
  writeFileSync(bank, text.replaceAll('\n', '\r\n'));
  expect(problems()).toEqual([]);
  writeFileSync(bank, text.replace(/ {2}- id: m2-q10\n(?: {4}.*\n)+/, ''));
  expect(readFileSync(bank, 'utf8').length).toBeLessThan(text.length);
  expect(problems()).toEqual([expect.stringContaining(`${renewed}/2026.1/course.yaml This edition is published.`)]);
});

test('a draft is a warning; without a list of published editions nothing is guarded, so that is refused', () => {
  const list = path.join(root, 'curriculum/courses/published.json');
  const { 'fornyelse/2026.1': digest, ...others } = JSON.parse(readFileSync(list, 'utf8'));
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  writeFileSync(list, JSON.stringify(others));
  const loaded = loadCatalogue(root);
  const drafts = loaded.warnings.filter(({ message }) => message.includes('a draft')).map(({ file }) => file);
  expect(loaded.ok && drafts).toContain('curriculum/courses/fornyelse/2026.1/course.yaml');
  for (const wrong of ['', '[]', '{"fornyelse/2026.1":""}']) {
    writeFileSync(list, wrong);
    expect(problems()).toEqual([expect.stringContaining('curriculum/courses/published.json')]);
  }
  rmSync(list);
  expect(problems()).toEqual([expect.stringContaining('curriculum/courses/published.json')]);
});
