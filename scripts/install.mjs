// Installs the packages of the lock file when they are not there, so that one command is enough on a fresh clone.
// Standard output is left to whoever asked for this.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const mark = path.join(modules, '.installed');
const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 17)) {
  console.error(`Vejlederbevis needs Node 20.17 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.error('Installerer pakker (sqlite3 kan tage et par minutter at oversætte) …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['inherit', 2, 2] });
  writeFileSync(mark, lock);
}
