// The whole test run from a fresh clone. The last line counts what the runners themselves reported.
// `--quick` leaves out the browser; `--long` runs what is slow by nature as well (`npm run test:long`).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installAll } from './install.mjs';

installAll();

const root = path.resolve(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const long = process.argv.includes('--long');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-reports-'));
const total = { passed: 0, failed: 0 };
const times = [];

/** Runs one phase and notes how long it took. */
async function phase(name, work) {
  const began = performance.now();
  const found = await work();
  times.push(`${name} ${Math.round((performance.now() - began) / 1000)} s`);
  return found;
}

const builtWorker = path.join(root, 'build', 'node', 'pdf-worker.js');

/** Runs a tool that passes or fails, and counts it as one check. */
async function check(name, program, args) {
  const { code, output } = await run(program, args);
  console.log(`${code === 0 ? 'ok  ' : 'FEJL'} ${name}`);
  if (code !== 0) console.log(output);
  total[code === 0 ? 'passed' : 'failed'] += 1;
}

/** Runs Vitest and counts the tests of its report. */
async function vitest(name, config) {
  const report = path.join(reports, `${name}.json`);
  const { code, output } = await run(
    bin('vitest'),
    ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    true,
  );
  if (!existsSync(report)) {
    console.log(output);
    console.log(`FEJL ${name}: the runner left no report`);
    total.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  tellSlowest(testResults);
  // A file that could not be loaded has no failed test, so it counts as one failure.
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + unread;
  total.passed += numPassedTests;
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
  console.log(`${code === 0 ? 'ok  ' : 'FEJL'} ${name}: ${numPassedTests} passed, ${failed} failed`);
}

/** The files that took longest, so that whoever makes a run slower sees it. */
function tellSlowest(testResults) {
  const slowest = testResults
    .map(({ name, startTime, endTime }) => ({ name: path.relative(root, name), took: endTime - startTime }))
    .sort((a, b) => b.took - a.took)
    .slice(0, 12);
  console.log(`Slowest: ${slowest.map(({ name, took }) => `${name} ${Math.round(took / 1000)} s`).join(' · ')}`);
}

function run(program, args, show = false) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FORCE_COLOR: '0',
        ...(existsSync(builtWorker) && { BUILT_PDF_WORKER: builtWorker }),
        ...(long && { LONG_TESTS: '1' }),
      },
    });
    let output = '';
    const take = (text) => {
      output += text;
      if (show) process.stdout.write(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

const chromes = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Uses an installed browser, or installs Debian's if we are root. */
function ensureChromium() {
  if (chromes.some((place) => place && existsSync(place))) return true;
  return installed(
    ['chromium'],
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
}

/** Other programs that read the certificate and its badge: installed ones, or Debian's if we are root. */
function ensurePdfPrograms() {
  const isThere = (name) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
  const readsCredentials = () =>
    spawnSync('/usr/bin/python3', ['-c', 'import pyld, cryptography'], { stdio: 'ignore' }).status === 0;
  if (['pdfinfo', 'qpdf', 'zbarimg', 'openssl'].every(isThere) && readsCredentials()) return true;
  const packages = ['poppler-utils', 'qpdf', 'zbar-tools', 'openssl', 'python3-pyld', 'python3-cryptography'];
  return installed(
    packages,
    `The tests of the certificate need ${packages.join(', ')} (Debian: apt-get install ${packages.join(' ')}).`,
  );
}

function installed(packages, otherwise) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.log(`FEJL ${otherwise}`);
    return false;
  }
  console.log(`Installerer ${packages.join(', ')} …`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet).status === 0;
}

await phase('types, lint, build', () =>
  Promise.all([
    check('Build', process.execPath, [path.join(root, 'scripts', 'build.mjs')]),
    check('Biome: format and lint', bin('biome'), ['check', '--error-on-warnings'])
      .then(() => check('Biome: style sheets', bin('biome'), ['check', '--error-on-warnings', 'app/styles']))
      .then(() => check('Types', bin('tsc'), ['--noEmit', '-p', '.'])),
  ]),
);
await phase('boundaries, unused', () =>
  Promise.all([
    check('Boundaries between the rooms', bin('depcruise'), [
      'app',
      'curriculum',
      'db',
      'certificates',
      '--config',
      '.dependency-cruiser.cjs',
    ]),
    check('Nothing unused', bin('knip'), ['--no-progress']),
  ]),
);
if (!(await phase('programs', ensurePdfPrograms))) total.failed += 1;
await phase('unit and integration', () => vitest('unit-and-integration', 'vitest.config.ts'));
if (!quick) {
  if (await phase('Chromium', ensureChromium)) await phase('browser', () => vitest('browser', 'vitest.e2e.config.ts'));
  else total.failed += 1;
  // By itself: what else runs on the machine would be counted against the pages.
  if (long) await phase('Lighthouse', () => vitest('lighthouse', 'vitest.lighthouse.config.ts'));
}
rmSync(reports, { recursive: true, force: true });
console.log(`Phases: ${times.join(' · ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
