// Runs the command line: the built program if it is fresh, otherwise the sources. Installs packages on a fresh clone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isFresh } from './build.mjs';
import { installAll, isInstalledToRun } from './install.mjs';
import { toolkitFlags } from './toolkit-flags.mjs';

// After `npm start` alone, tsx is not installed, so only the build can run.
if (!isInstalledToRun() || !isFresh()) installAll();
const root = path.resolve(import.meta.dirname, '..');
const [program, first] = isFresh()
  ? [process.execPath, path.join(root, 'build', 'node', 'toolkit.js')]
  : [path.join(root, 'node_modules', '.bin', 'tsx'), path.join(root, 'app', 'toolkit', 'main.ts')];
const args = [...toolkitFlags, first, ...process.argv.slice(2)];
const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
if (error) console.error(error.message);
process.exitCode = status ?? 1;
