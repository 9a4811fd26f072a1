// From a fresh clone to a running service: install, build, migrate, demo data in an empty demo database, serve.
import './install.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const { buildIfStale } = await import('./build.mjs');
buildIfStale();

const toolkit = path.join(root, 'build', 'node', 'toolkit.js');
console.log('Gør databasen klar (første gang med eksempeldata tager det op til et minut) …');
const seeded = spawnSync(process.execPath, [toolkit, 'db', 'seed'], { cwd: root, stdio: 'inherit' });
if (seeded.status !== 0) process.exit(seeded.status ?? 1);
// The same process serves, so that a signal reaches it.
await import(pathToFileURL(path.join(root, 'build', 'node', 'server.js')).href);
