// Installs the packages of the lock file if they are missing, so that a fresh clone needs only one command.
// It prints nothing to standard output, which belongs to the calling command.
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

/** How much of this lock file is installed: everything, what building and running needs, or nothing. */
function installed() {
  const noted = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (noted === lock) return 'all';
  return noted === `run\n${lock}` ? 'run' : 'nothing';
}

/** Whether the packages that the built programs need are installed. */
export const isInstalledToRun = () => installed() !== 'nothing';

/** Installs everything, including packages for tests and development. */
export function installAll() {
  const there = installed();
  if (there === 'all') return;
  // `npm install` keeps installed packages; `npm ci` would compile sqlite3 again.
  const how = there === 'run' ? ['install', '--no-save'] : ['ci'];
  console.error(
    there === 'run'
      ? 'Installerer de pakker, som kun test og udvikling bruger …'
      : 'Installerer pakker (sqlite3 kan tage et par minutter at oversætte) …',
  );
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
  // node-gyp compiles on all cores when JOBS says so: the small files are done while the large one takes its minute.
  const compiling = spawn('npm', ['rebuild', 'sqlite3', ...quiet], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { JOBS: 'max', ...process.env },
  });
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
