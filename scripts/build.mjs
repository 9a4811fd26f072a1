// Builds the site and the programs if a source is newer than the last build. `--force` always builds.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'build', '.sources');
const folders = ['app', 'curriculum', 'certificates', 'db', 'public'];
const files = [
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'vite.node.config.ts',
  'tsconfig.json',
];

export function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources();
}

export function buildIfStale({ force = false } = {}) {
  if (!force && isFresh()) return;
  const now = digestOfSources();
  rmSync(path.join(root, 'build'), { recursive: true, force: true });
  console.error('Bygger …');
  const quiet = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } };
  const bin = (name) => path.join(root, 'node_modules', '.bin', name);
  for (const [program, ...args] of [
    [bin('remix'), 'vite:build'],
    [bin('vite'), 'build', '-c', 'vite.node.config.ts'],
  ]) {
    try {
      execFileSync(program, args, quiet);
    } catch (error) {
      console.error(String(error.stdout ?? ''), String(error.stderr ?? ''));
      throw new Error(`${path.basename(program)} ${args.join(' ')} failed.`);
    }
  }
  compressAssets(path.join(root, 'build', 'client', 'assets'));
  writeFileSync(stamp, now);
}

function digestOfSources() {
  const digest = createHash('sha256');
  for (const name of [...folders.flatMap(filesIn), ...files])
    digest.update(name).update(readFileSync(path.join(root, name)));
  return digest.digest('hex');
}

function filesIn(folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Compresses assets at build time, so that the server need not. */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|mjs|css|svg)$/.test(name)) continue;
    const bytes = readFileSync(path.join(folder, name));
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
}

if (process.argv[1] === import.meta.filename) buildIfStale({ force: process.argv.includes('--force') });
