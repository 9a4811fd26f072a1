// Measures speed as ratios to the bare operation on the same machine. Not part of the tests. `-- page` runs one bench.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installAll } from './install.mjs';
import { toolkitFlags } from './toolkit-flags.mjs';

installAll();
const root = path.resolve(import.meta.dirname, '..');
const { buildIfStale } = await import('./build.mjs');
buildIfStale();
const { status } = spawnSync(
  path.join(root, 'node_modules', '.bin', 'tsx'),
  // Asked for alone, `curriculum check` is measured as it runs.
  [...(process.argv[2] === 'check' ? toolkitFlags : []), 'tests/bench/main.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  },
);
process.exitCode = status ?? 1;
