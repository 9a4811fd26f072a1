import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  path.join(root, '.dependency-cruiser.cjs'),
);

/** One wrong import per rule: the file that contains it, and what it imports. */
const trespassers: Record<string, { file: string; text: string }> = {
  'curriculum-knows-no-room': {
    file: 'curriculum/flow/x.ts',
    text: "import { findEnrolment } from '#db/queries/enrolment.ts'; export const x = findEnrolment;",
  },
  'curriculum-has-no-outside': {
    file: 'curriculum/quiz/x.ts',
    text: "import { readFileSync } from 'node:fs'; export const x = readFileSync;",
  },
  'curriculum-packages': {
    file: 'curriculum/content/x.ts',
    text: "import { Kysely } from 'kysely'; export const x = Kysely;",
  },
  'db-knows-types-only': {
    file: 'db/queries/x.ts',
    text: "import { dayOf } from '#curriculum/calendar/calendar-day.ts'; export const x = dayOf;",
  },
  'db-knows-no-app': {
    file: 'db/queries/y.ts',
    text: "import { danish } from '#app/words/format.ts'; export const x = danish;",
  },
  'certificates-know-types-only': {
    file: 'certificates/x.ts',
    text: "import { lastValidDay } from '#curriculum/certification/certificate-status.ts'; export const x = lastValidDay;",
  },
  'certificates-know-no-app': {
    file: 'certificates/y.ts',
    text: "import { findCertificate } from '#db/queries/certificate.ts'; export const x = findCertificate;",
  },
  'routes-know-types-only': {
    file: 'app/routes/x.tsx',
    text: "import { scoreAnswer } from '#curriculum/quiz/score-answer.ts'; export default scoreAnswer;",
  },
  'components-know-types-only': {
    file: 'app/components/x.tsx',
    text: "import { feedbackOf } from '#curriculum/quiz/feedback-of.ts'; export const x = feedbackOf;",
  },
  'routes-have-no-sql': {
    file: 'app/routes/y.tsx',
    text: "import { findHold } from '#db/queries/hold.ts'; export default findHold;",
  },
  'components-know-no-server': {
    file: 'app/components/y.tsx',
    text: "import { makeLog } from '#app/platform/log.server.ts'; export const x = makeLog;",
  },
  'use-cases-know-no-pages': {
    file: 'app/use-cases/x.server.ts',
    text: "import { Facts } from '#app/components/base/facts.tsx'; export const x = Facts;",
  },
  'nobody-looks-at-tests': {
    file: 'app/platform/x.server.ts',
    text: "import { fakeWorld } from '../../tests/world.ts'; export const x = fakeWorld;",
  },
  'platform-below-use-cases': {
    file: 'app/platform/y.server.ts',
    text: "import { may } from '#app/use-cases/permission.ts'; export const x = may;",
  },
  'use-cases-know-no-server': {
    file: 'app/use-cases/y.server.ts',
    text: "import type { LoadContext } from '#app/server/load-context.server.ts'; export type X = LoadContext;",
  },
  'no-circles': { file: 'app/words/x.ts', text: "import { y } from './y.ts'; export const x = () => y;" },
};

let copy: string;
let caught: { file: string; rule: string }[];

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'trespass-'));
  for (const name of [
    'app',
    'curriculum',
    'db',
    'certificates',
    'tests',
    'package.json',
    'tsconfig.json',
    '.dependency-cruiser.cjs',
  ])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const { file, text } of Object.values(trespassers)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  writeFileSync(path.join(copy, 'app/words/y.ts'), "import { x } from './x.ts'; export const y = () => x;");
  const args = [
    'app',
    'curriculum',
    'db',
    'certificates',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ];
  let output: string;
  try {
    output = execFileSync(path.join(root, 'node_modules', '.bin', 'depcruise'), args, {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  caught = JSON.parse(output).summary.violations.map(({ from, rule }: { from: string; rule: { name: string } }) => ({
    file: from,
    rule: rule.name,
  }));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the arrows between the rooms', () => {
  test('each have a planted import that breaks them', () =>
    expect(Object.keys(trespassers).sort()).toEqual(config.forbidden.map(({ name }) => name).sort()));
  test.each(Object.entries(trespassers))('catch the import planted in %s', (rule, { file }) =>
    expect(caught).toContainEqual({ file, rule }),
  );
  test('are kept by every file of the project', () => {
    const planted = new Set([...Object.values(trespassers).map(({ file }) => file), 'app/words/y.ts']);
    expect(caught.filter(({ file }) => !planted.has(file))).toEqual([]);
  });
});

test('the project never reaches outside its own folder', () => {
  const outside = /\.\.\/shared|\/work\/|localhost:\d{4}\/npm/;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/node_modules|\/build|\.git\/|\/data/.test(`${entry.parentPath}/`))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        /\.(ts|tsx|js|mjs|cjs|json|yaml|md|scss)$/.test(file) &&
        !file.endsWith('rooms.test.ts') &&
        !file.endsWith('package-lock.json'),
    );
  expect(files.filter((file) => outside.test(readFileSync(file, 'utf8')))).toEqual([]);
});
