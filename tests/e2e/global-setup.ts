import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bareEnvironment } from './bare-environment.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    seeded: string;
  }
}

/** The built toolkit makes demo data once, and every site gets a copy. */
export default function setup(project: TestProject) {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-seed-'));
  execFileSync(process.execPath, [path.join(root, 'build', 'node', 'toolkit.js'), 'db', 'seed', '--small'], {
    cwd: root,
    env: bareEnvironment(folder),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  project.provide('seeded', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
