import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bareEnvironment } from '../../e2e/bare-environment.ts';

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'clone-'));
  for (const name of ['scripts', 'package-lock.json']) cpSync(name, path.join(clone, name), { recursive: true });
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** Runs the toolkit of the clone where `npm ci` does this. */
function toolkit(...npm: string[]) {
  const programs = path.join(clone, 'programs');
  mkdirSync(programs);
  writeFileSync(path.join(programs, 'npm'), ['#!/bin/sh', 'echo added 900 packages', ...npm].join('\n'), {
    mode: 0o755,
  });
  return spawnSync(process.execPath, [path.join(clone, 'scripts', 'toolkit.mjs'), 'curriculum', 'check', '--json'], {
    env: bareEnvironment(clone, { PATH: `${programs}:${process.env.PATH}` }),
    encoding: 'utf8',
  });
}

test('the toolkit installs what is missing in a fresh clone, and prints only the answer to standard output', () => {
  const { status, stdout, stderr } = toolkit(
    'mkdir -p node_modules/.bin',
    // Flags of Node and the program come first.
    `printf '#!/bin/sh\\necho "$3 $4 $5"\\n' > node_modules/.bin/tsx`,
    'chmod +x node_modules/.bin/tsx',
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'curriculum check --json\n' });
  expect(stderr).toContain('added 900 packages');
});

test('the toolkit reports a program that cannot be run', () => {
  const { status, stderr } = toolkit('mkdir node_modules');
  expect(status).toBe(1);
  expect(stderr).toContain('tsx');
});
