import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bareEnvironment } from '../../../e2e/bare-environment.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'toolkit-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const toolkit = 'node_modules/.bin/tsx app/toolkit/main.ts';
const run = (line: string, env: Record<string, string> = {}) =>
  spawnSync('/bin/sh', ['-c', line], { env: bareEnvironment(dataDir, env), encoding: 'utf8' });

test('wrong settings are wrong usage, and only their lines are printed', () => {
  const { status, stdout, stderr } = run(`${toolkit} readiness report --json`, { PORT: 'abc', DEMO: 'ja' });
  const lines = ['PORT: Write a number.', 'DEMO: Write one of these: 0, 1.'];
  expect({ status, stderr }).toEqual({ status: 2, stderr: `${lines.join('\n')}\n` });
  expect(JSON.parse(stdout)).toEqual({ error: lines.join('\n') });
});

test('a reader that closes the pipe early causes no error', () => {
  const { status, stderr } = run(`${toolkit} curriculum graph fornyelse --json | true`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
