// Installs the packages of the lock file when they are not there, so that one command is enough on a fresh clone.
// Standard output is left to whoever asked for this.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const mark = path.join(modules, '.installed');
const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const [major, minor] = process.versions.node.split('.').map(Number);
const quiet = ['--no-audit', '--no-fund'];

if (major < 20 || (major === 20 && minor < 17)) {
  console.error(`Vejlederbevis needs Node 20.17 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What is installed from this lock file: everything, what building and running needs, or nothing. */
function installed() {
  const noted = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (noted === lock) return 'all';
  return noted === `run\n${lock}` ? 'run' : 'nothing';
}

/** Is there what the built programs need? */
export const isInstalledToRun = () => installed() !== 'nothing';

/** Everything, also what only tests and development need. */
export function installAll() {
  const there = installed();
  if (there === 'all') return;
  console.error('Installerer pakker (sqlite3 kan tage et par minutter at oversætte) …');
  // What is there already is kept: `npm ci` would compile sqlite3 once more.
  const how = there === 'run' ? ['install', '--no-save'] : ['ci'];
  execFileSync('npm', [...how, ...quiet], { cwd: root, stdio: ['inherit', 2, 2] });
  writeFileSync(mark, lock);
}

/**
 * What building and running needs. Compiling sqlite3 takes a minute of one core, so it goes on beside the caller's work:
 * await the returned promise before the database is opened; it is rejected when the compiler fails.
 */
export function installToRun() {
  if (installed() !== 'nothing') return Promise.resolve();
  console.error('Installerer pakker …');
  const args = ['ci', '--omit=dev', '--ignore-scripts', ...quiet];
  execFileSync('npm', args, { cwd: root, stdio: ['inherit', 2, 2] });
  const compiling = spawn('npm', ['rebuild', 'sqlite3', ...quiet], { cwd: root, stdio: ['ignore', 2, 2] });
  return new Promise((done, failed) => {
    compiling.once('error', failed);
    compiling.once('exit', (code) => {
      if (code !== 0)
        return failed(new Error('npm rebuild sqlite3 failed: python3, make and a C++ compiler are needed.'));
      writeFileSync(mark, `run\n${lock}`);
      done();
    });
  });
}

if (process.argv[1] === import.meta.filename) installAll();
