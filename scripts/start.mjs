// From a fresh clone to a running service: install, build, migrate, demo data in an empty demo database, serve.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installToRun } from './install.mjs';

const root = path.resolve(import.meta.dirname, '..');
let began = performance.now();
const took = [];
const note = (step) => {
  const seconds = Math.round((performance.now() - began) / 1000);
  if (seconds > 0) took.push(`${step} ${seconds} s`);
  began = performance.now();
};

const compiled = installToRun();
note('pakker');
const { buildIfStale } = await import('./build.mjs');
buildIfStale();
note('bygning');
try {
  await compiled;
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
note('sqlite3');

const toolkit = path.join(root, 'build', 'node', 'toolkit.js');
console.log('Gør databasen klar (første gang med eksempeldata tager det op til et minut) …');
const seeded = spawnSync(process.execPath, [toolkit, 'db', 'seed'], { cwd: root, stdio: 'inherit' });
if (seeded.status !== 0) process.exit(seeded.status ?? 1);
note('database');
if (took.length > 0) console.log(`Klargjort: ${took.join(' · ')}`);
// The same process serves, so that a signal reaches it.
await import(pathToFileURL(path.join(root, 'build', 'node', 'server.js')).href);
