import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFileExaminer } from '#certificates/file-examiner.ts';
import { makePrinter } from '#certificates/printer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { problemsOfUsed } from '#curriculum/content/published-editions.ts';
import { termsMarked } from '#curriculum/glossary/mark-terms.ts';
import { type Glossary, parseGlossary, termNamed } from '#curriculum/glossary/parse-glossary.ts';
import { parseTopics, type Topics } from '#curriculum/guidance/parse-topics.ts';
import { type AreaStep, parseAreaSteps } from '#curriculum/obligations/parse-area-steps.ts';
import { type Obligations, parseObligations } from '#curriculum/obligations/parse-obligations.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type Policy, parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import { courseFaults } from '#curriculum/readiness/staffing-courses.ts';
import { listDamage } from '#db/health.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase } from '#db/open-database.ts';
import { listCourseEditions } from '#db/queries/hold.ts';
import { findSetting } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { type Catalogue, loadCatalogue } from './catalogue.server.ts';
import { findSigningKey, listOwnRoots } from './certificate-key.server.ts';
import { clockFrom } from './clock-from.ts';
import { findCredentialKey } from './credential-key.server.ts';
import type { Environment } from './env.server.ts';
import { makeFileTypes } from './file-types.server.ts';
import { makeForecaster } from './forecaster.server.ts';
import { availableKeysOf } from './key-ages.server.ts';
import { makePostbox } from './postbox.server.ts';
import { projectRoot } from './project-root.server.ts';
import { listTimeRoots } from './time-roots.server.ts';
import { makeWorld, type World } from './world.server.ts';

export class CourseFilesAreWrong extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The course files have ${problems.length} problem(s):\n${problems.map(problemText).join('\n')}`);
  }
}

export function problemText({ file, line, column, path: where, message }: Problem): string {
  return `${file}:${line}:${column} ${where ? `(${where}) ` : ''}${message}`;
}

const policyFile = 'curriculum/readiness/policy.yaml';
const topicsFile = 'curriculum/guidance/topics.yaml';
const obligationsFile = 'curriculum/obligations/obligations.yaml';
const glossaryFile = 'curriculum/glossary/terms.yaml';

/** Reads the policy and, when the courses are known, holds what it says of them against them. */
export function readPolicy(root: string, catalogue?: Catalogue): ReturnType<typeof parsePolicy> {
  const read = parsePolicy(readFileSync(path.join(root, policyFile), 'utf8'), policyFile);
  if (!read.ok || !catalogue) return read;
  const problems = courseFaults(
    read.policy,
    catalogue.editions.map(({ course }) => course),
  ).map((message) => ({
    ...{ file: policyFile, line: 1, column: 1, path: 'versions', message, severity: 'error' as const },
  }));
  return problems.length > 0 ? { ok: false, problems } : read;
}

/** Reads what people are guided about. */
export const readTopics = (root: string): ReturnType<typeof parseTopics> =>
  parseTopics(readFileSync(path.join(root, topicsFile), 'utf8'), topicsFile);

/** Reads the words of the field. */
export const readGlossary = (root: string): ReturnType<typeof parseGlossary> =>
  parseGlossary(readFileSync(path.join(root, glossaryFile), 'utf8'), glossaryFile);

/** Words that a text marks and the glossary does not have. */
export const unknownTerms = (catalogue: Catalogue, glossary: Glossary): Problem[] =>
  catalogue.editions.flatMap(({ course, readings, english }) =>
    [...readings, ...english.readings].flatMap(([step, { sections }]) =>
      sections
        .flatMap(({ parts }) => parts.flatMap((part) => ('html' in part ? termsMarked(part.html) : [])))
        .filter((words) => !termNamed(glossary, words))
        .map((words) => ({
          ...{ file: `curriculum/courses/${course.id}/${course.edition}/${step}.md`, line: 1, column: 1, path: '' },
          message: `[[${words}]] is not in ${glossaryFile}. Add it there, or take the mark out.`,
          severity: 'error' as const,
        })),
    ),
  );

/**
 * Reads the obligations, and for each edition the steps that teach an area of them. That file stands beside the edition and not
 * in it, because a published edition never changes.
 */
export function readObligations(
  root: string,
  catalogue: Catalogue | undefined,
): { ok: true; obligations: Obligations; areaSteps: AreaStep[] } | { ok: false; problems: Problem[] } {
  const read = parseObligations(readFileSync(path.join(root, obligationsFile), 'utf8'), obligationsFile);
  if (!read.ok) return read;
  const problems: Problem[] = [];
  const areaSteps: AreaStep[] = [];
  for (const { course } of catalogue?.editions ?? []) {
    const file = `curriculum/courses/${course.id}/${course.edition}.obligations.yaml`;
    if (!existsSync(path.join(root, file))) continue;
    const steps = parseAreaSteps(readFileSync(path.join(root, file), 'utf8'), file, {
      course,
      areas: read.obligations.areas,
    });
    if (steps.ok) areaSteps.push(...steps.steps);
    else problems.push(...steps.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, obligations: read.obligations, areaSteps };
}

type Files = {
  catalogue: Catalogue;
  policy: Policy;
  topics: Topics;
  obligations: Obligations;
  areaSteps: readonly AreaStep[];
  glossary: Glossary;
};

/** Reads all course and policy files. Throws with every problem if any file is wrong. */
export function readFiles(today?: string): Files {
  const root = projectRoot();
  const loaded = loadCatalogue(root, today);
  const policy = readPolicy(root, loaded.ok ? loaded.catalogue : undefined);
  const topics = readTopics(root);
  const duties = readObligations(root, loaded.ok ? loaded.catalogue : undefined);
  const words = readGlossary(root);
  const problems = [loaded, policy, topics, duties, words].flatMap((read) => (read.ok ? [] : read.problems));
  if (loaded.ok && words.ok) problems.push(...unknownTerms(loaded.catalogue, words.glossary));
  if (problems.length > 0 || !loaded.ok || !policy.ok || !topics.ok || !duties.ok || !words.ok)
    throw new CourseFilesAreWrong(problems);
  const { obligations, areaSteps } = duties;
  return {
    catalogue: loaded.catalogue,
    policy: policy.policy,
    topics: topics.topics,
    obligations,
    areaSteps,
    glossary: words.glossary,
  };
}

/**
 * Opens the files, the database and the printer according to the settings. `migrate` updates the tables first, however
 * long that takes; `longest` limits each statement after that. A second one of `printers` costs memory, so only whoever
 * prints for long and serves nobody asks for it.
 */
export async function openWorld(
  env: Environment,
  options: {
    migrate: boolean;
    longest?: number;
    printers?: number;
    onUnstamped?: (number: string) => void;
    tellStuck?: World['tellStuck'];
  },
): Promise<World & { close(): Promise<void> }> {
  const { catalogue, policy, topics, obligations, areaSteps, glossary } = readFiles(dayOf(new Date().toISOString()));
  const place = { databaseUrl: env.databaseUrl, dataDir: env.dataDir };
  if (options.migrate) await migrateAt(place, catalogue);
  const { db, engine, close } = openDatabase({ ...place, ...(options.longest && { longest: options.longest }) });
  const marked = (await findSetting(db, 'demo').catch(() => undefined)) === '1';
  const began = await findSetting(db, 'clock-began').catch(() => undefined);
  let key: ReturnType<typeof findCredentialKey> | undefined;
  const credentialKey = () => (key ??= findCredentialKey(env));
  const printer = makePrinter({
    workerFile: printingWorker(),
    findKey: () => findSigningKey(env),
    findCredentialKey: credentialKey,
    tsaUrl: env.tsaUrl,
    timeRoots: listTimeRoots(env),
    ...(options.printers && { maxThreads: options.printers }),
    ...(options.onUnstamped && { onUnstamped: options.onUnstamped }),
  });
  const timeRoots = listTimeRoots(env);
  const examiner = makeFileExaminer({ workerFile: printingWorker(), findRoots: () => listOwnRoots(env), timeRoots });
  const fileTypes = makeFileTypes({
    workerFile: workerFile('file-type-worker', 'app/platform/file-type-worker.js'),
  });
  const forecaster = makeForecaster({
    workerFile: workerFile('forecast-worker', 'app/platform/forecast-worker-from-source.js'),
  });
  const from = env.supportEmail ?? 'ingen-svar@vejlederbevis.example';
  const postbox = makePostbox({ smtpUrl: env.smtpUrl, dataDir: env.dataDir, from });
  const world = makeWorld({
    db,
    engine,
    catalogue,
    policy,
    topics,
    obligations,
    areaSteps,
    glossary,
    printer,
    examiner,
    fileTypes,
    forecaster,
    credentialKey,
    keys: availableKeysOf(env),
    postbox,
    ...(options.tellStuck && { tellStuck: options.tellStuck }),
    env,
    ...(began && { now: clockFrom(began), heldOn: dayOf(began) }),
    demo: marked && began === undefined,
    demoSignIn: marked && env.demoAllowed,
  });
  return Object.assign(world, {
    async close() {
      await printer.close();
      await examiner.close();
      await fileTypes.close();
      await forecaster.close();
      await close();
    },
  });
}

/**
 * Checks the pages and brings the tables up to date. A damaged database is not written to, and one whose holds were made
 * of other files is not used.
 */
async function migrateAt(
  place: { databaseUrl: string | undefined; dataDir: string },
  catalogue: Catalogue,
): Promise<void> {
  const { db, engine, close } = openDatabase(place);
  try {
    const damage = await listDamage(db, engine);
    if (damage.length > 0)
      throw new Error(
        `The database is damaged. Nothing is changed. Keep a copy of the folder, then: db restore FILE.\n${damage.join('\n')}`,
      );
    await migrateToLatest(db, engine);
    const changed = await changedEditions(db, catalogue);
    if (changed.length > 0) throw new CourseFilesAreWrong(changed);
  } finally {
    await close();
  }
}

/** Editions whose files differ from those that the holds of this database were made of, whatever the list of files says. */
async function changedEditions(db: Db, catalogue: Catalogue): Promise<Problem[]> {
  const used = await listCourseEditions(db);
  const nameOf = (slug: string, edition: string) => `${slug}/${edition}`;
  const digests = new Map(
    catalogue.editions.map(({ course, contentHash }) => [nameOf(course.id, course.edition), contentHash]),
  );
  return problemsOfUsed(new Map(used.map((row) => [nameOf(row.slug, row.edition), row.content_hash])), digests);
}

const printingWorker = () => workerFile('pdf-worker', 'certificates/worker-from-source.js');

/** The built worker if there is one beside this file, otherwise its source. */
function workerFile(name: string, source: string): string {
  const built = path.join(import.meta.dirname, `${name}.js`);
  const aside = path.join(import.meta.dirname, '..', `${name}.js`);
  const found = [built, aside].find((file) => existsSync(file)) ?? path.join(projectRoot(), source);
  return pathToFileURL(found).href;
}
