// The command line: the built program where it is fresh, else the sources. Prints nothing of its own.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'build', 'node', 'toolkit.js');
const tsx = path.join(root, 'node_modules', '.bin', 'tsx');
const [program, first] = existsSync(built)
  ? [process.execPath, built]
  : [tsx, path.join(root, 'app', 'toolkit', 'main.ts')];
const { status } = spawnSync(program, [first, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
