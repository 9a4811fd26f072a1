import type { Course, Step } from '#curriculum/flow/course.ts';
import type { Outline } from '#curriculum/flow/outline-of.ts';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import type { Case, Question } from '#curriculum/quiz/question.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import type { Edition } from './edition.ts';
import { Fact, FactsFile } from './fact.ts';
import { headingIn } from './heading-in.ts';
import { keysOf } from './keys-of.ts';
import { listIn } from './list-in.ts';
import { readMaterial } from './material.ts';
import { type Bank, parseBank } from './parse-bank.ts';
import { parseReading, type Reading, type ReadingKind } from './parse-reading.ts';
import { aimsIn, sayOfGoals } from './say-of-goals.ts';
import { acceptBoth } from './translations/accept-both.ts';
import { missingTranslations } from './translations/missing-translations.ts';
import { parseTranslations } from './translations/parse-translations.ts';
import { isTranslation } from './translations/translation-name.ts';
import { unseenIn } from './unseen-in.ts';

export type { Edition } from './edition.ts';

type Options = {
  digest: (text: string) => string;
  /** If a day is given, there are warnings as well: facts past their review day, hand-ins that stop everything. */
  today?: string;
};

export type ParsedEdition = { ok: true; edition: Edition; warnings: Problem[] } | { ok: false; problems: Problem[] };

const folders: Partial<Record<Step['kind'], { folder: string; kind: ReadingKind }>> = {
  lesson: { folder: 'lessons', kind: 'lesson' },
  practical: { folder: 'practicals', kind: 'practical' },
  day: { folder: 'days', kind: 'day' },
};

/**
 * Reads the files of `<slug>/<edition>` (a map from path to text). Returns the edition, or all problems of all files at
 * once.
 */
export function parseEdition(given: ReadonlyMap<string, string>, place: string, options: Options): ParsedEdition {
  // A checkout on Windows has other line endings; it must give the same edition with the same digests.
  const files = new Map([...given].map(([name, text]) => [name, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')]));
  const problems: Problem[] = [];
  const pathOf = (name: string) => `curriculum/courses/${place}/${name}`;
  const complain = (name: string, message: string) =>
    problems.push({ file: pathOf(name), line: 1, column: 1, path: '', message, severity: 'error' });

  for (const [name, content] of files) problems.push(...unseenIn(content, pathOf(name)));
  const text = files.get('course.yaml');
  const written = readYaml(text ?? '', pathOf('course.yaml'));
  const aims = aimsIn(written.raw);
  const facts = parseFacts(files, pathOf('facts.yaml'), problems, options.today);
  const banks = new Map<string, readonly Question[]>();
  const cases = new Map<string, readonly Case[]>();
  const sizes = new Map<string, number>();
  const writtenBanks = new Map<string, unknown>();
  const namesOfBanks = new Map<string, string[]>();
  const placesNamed: Bank['places'][number][] = [];
  const seen = new Map<string, string>();
  for (const name of namesIn(files, 'banks')) {
    const bank = parseBank(files.get(name)!, pathOf(name), { facts, seen, aims }, problems);
    const own = bank.name ?? bankOf(name);
    if (own !== bankOf(name)) complain(name, `The bank calls itself "${own}"; name the file banks/${own}.yaml.`);
    banks.set(own, bank.questions);
    cases.set(own, bank.cases);
    writtenBanks.set(name, bank.written.raw);
    placesNamed.push(...bank.places);
    namesOfBanks.set(name, [own, bankOf(name)]);
    // If we cannot count the questions, the bank still counts as present under both names: its own problem is reported
    // already.
    for (const each of [own, bankOf(name)]) sizes.set(each, bank.size || Number.POSITIVE_INFINITY);
  }

  if (text === undefined) complain('course.yaml', 'An edition needs a course.yaml.');
  const parsed = text === undefined ? undefined : parseCourse(text, pathOf('course.yaml'), sizes);
  if (parsed && !parsed.ok) problems.push(...parsed.problems);
  // Advice for the author, so only where somebody checks the course and not at every start.
  if (parsed?.ok && options.today !== undefined) problems.push(...parsed.warnings);
  // What is wrong with the YAML itself, `parseCourse` reports.
  const known = written.problems.length;
  const readable = [...banks].filter(([, questions]) => questions.length > 0);
  sayOfGoals(written.raw, new Map(readable), written.say);
  const isSaid = ({ severity }: Problem) => severity === 'error' || options.today !== undefined;
  problems.push(...written.problems.slice(known).filter(isSaid));
  const course = parsed?.ok ? parsed.course : undefined;
  if (course && `${course.id}/${course.edition}` !== place)
    complain('course.yaml', `It calls itself ${course.id}/${course.edition} but lies in ${place}.`);

  const inDanish = new Map([...files].filter(([name]) => !isTranslation(name)));
  const material = readMaterial(inDanish, pathOf, options.digest, problems);
  const blocks = new Map<string, unknown>();
  const around = { facts, seen, dialogues: material.dialogues, material, written: blocks };
  const readings = new Map<string, Reading>();
  for (const { folder, kind } of Object.values(folders)) {
    for (const name of namesIn(files, folder)) {
      const { reading, problems: found } = parseReading(files.get(name)!, pathOf(name), kind, around);
      problems.push(...found);
      if (reading) readings.set(name.slice(folder.length + 1).replace(/\.md$/, ''), reading);
    }
  }
  for (const { lesson, refuse } of placesNamed) {
    const [step = '', heading] = lesson.split('#');
    const reading = readings.get(step);
    if (!files.has(`lessons/${step}.md`)) refuse(`There is no lesson "${step}".`);
    else if (reading && heading && headingIn(reading, heading) === undefined)
      refuse(`The lesson "${step}" has no heading whose address is "${heading}".`);
  }
  for (const step of course?.steps ?? []) {
    if (step.kind !== 'practical') continue;
    const spelt = readings.get(step.id)?.criteria.map(({ title }) => title);
    // The levels of a criterion say in the course file what they ask for.
    for (const { title, levels } of step.rubric)
      if (spelt && !levels && !spelt.includes(title.da))
        complain(`practicals/${step.id}.md`, `Say what "${title.da}" asks for: **${title.da}.** and a list below it.`);
  }
  const kinds = new Map(Object.values(folders).map(({ folder, kind }) => [folder, kind]));
  const english =
    course && !problems.some(isError)
      ? parseTranslations(
          {
            files,
            pathOf,
            digest: options.digest,
            course,
            facts,
            aims,
            banks,
            readings,
            kinds,
            material,
            written: blocks,
            writtenBanks,
          },
          problems,
        )
      : undefined;
  if (parsed) sayOfFiles(parsed.outline, files, namesOfBanks, readings, complain);

  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  if (!course || !english || problems.some(isError)) return { ok: false, problems };
  const dialogues = new Map(
    [...material.dialogues].flatMap(([name, dialogue]) => (dialogue ? [[name, dialogue]] : [])),
  );
  if (options.today !== undefined)
    problems.push(...missingTranslations({ banks, readings, dialogues, english: english.translations }, files, pathOf));
  const contentHash = options.digest(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, content]) => `${name}\n${content}`)
      .join('\n'),
  );
  return {
    ok: true,
    edition: {
      course: {
        ...course,
        digests: digestsOf(course, files, readings, options.digest),
        keys: keysOf(course, banks, readings),
      },
      facts,
      cases,
      dialogues,
      ...acceptBoth({ banks, readings, english: english.translations }),
      courseFiles: new Map([...material.files, ...english.files]),
      contentHash,
    },
    warnings: problems,
  };
}

const isError = ({ severity }: Problem) => severity === 'error';

const bankOf = (name: string) => name.slice('banks/'.length).replace(/\.yaml$/, '');

const namesIn = (files: ReadonlyMap<string, string>, folder: string) =>
  [...files.keys()].filter((name) => name.startsWith(`${folder}/`) && !isTranslation(name));

/** Missing files of steps, and files that no step uses. */
function sayOfFiles(
  { steps, banks, namesAllSteps, namesAllBanks }: Outline,
  files: ReadonlyMap<string, string>,
  namesOfBanks: ReadonlyMap<string, readonly string[]>,
  readings: ReadonlyMap<string, Reading>,
  complain: (name: string, message: string) => void,
): void {
  const needed = steps.flatMap(({ id, kind }) =>
    folders[kind] ? [{ id, name: `${folders[kind].folder}/${id}.md` }] : [],
  );
  for (const { id, name } of needed) if (!files.has(name)) complain(name, `Step "${id}" needs this file.`);
  const known = new Set([...namesOfBanks.values()].flat());
  // If a blueprint names a missing bank, it may mean the unused one under another name, so we do not report that as
  // unused.
  if (namesAllBanks && banks.every((bank) => known.has(bank))) {
    for (const [name, names] of namesOfBanks)
      if (!names.some((bank) => banks.includes(bank))) complain(name, 'No quiz draws from this bank.');
  }
  if (!namesAllSteps) return;
  const expected = new Set(['course.yaml', 'facts.yaml', ...namesOfBanks.keys(), ...needed.map(({ name }) => name)]);
  const shown = new Set([...readings.values()].flatMap((reading) => reading.files));
  // A text with a fault may show any of them, so we do not report them as unused.
  const knowsAllTexts = needed.every(({ id }) => readings.has(id));
  for (const name of files.keys()) {
    if (isTranslation(name) || expected.has(name)) continue;
    if (!/^(?:figures|films|dialogues)\//.test(name)) complain(name, 'No step of course.yaml uses this file.');
    else if (knowsAllTexts && !shown.has(name)) complain(name, 'No text shows this file.');
  }
}

/**
 * A digest of the text, figures, dialogues and questions of each step, so that an edition change can tell whether the words are the same.
 */
function digestsOf(
  course: Course,
  files: ReadonlyMap<string, string>,
  readings: ReadonlyMap<string, Reading>,
  digest: Options['digest'],
): Record<string, string> {
  const partsOf = (step: Step) =>
    step.kind === 'quiz'
      ? step.blueprint.map(({ bank }) => `banks/${bank}.yaml`)
      : [`${folders[step.kind]!.folder}/${step.id}.md`, ...(readings.get(step.id)?.files ?? [])];
  return Object.fromEntries(
    course.steps.map((step) => [
      step.id,
      digest(
        partsOf(step)
          .map((name) => files.get(name) ?? '')
          .join('\n'),
      ),
    ]),
  );
}

function parseFacts(
  files: ReadonlyMap<string, string>,
  file: string,
  problems: Problem[],
  today: string | undefined,
): Map<string, Fact> {
  const text = files.get('facts.yaml');
  const { raw, say, problems: found } = readYaml(text ?? '', file);
  const parsed = FactsFile.safeParse(raw, inPlainWords);
  if (text === undefined) say([], 'An edition needs a facts.yaml.');
  else if (raw !== undefined) reportIssues(parsed.error?.issues ?? [], raw, say);
  const facts = new Map<string, Fact>();
  listIn(raw, 'facts')?.forEach((row: { id?: unknown } | null, at) => {
    const fact = Fact.safeParse(row).data ?? standIn(row?.id);
    if (!fact) return;
    const { id, reviewBy } = fact;
    if (facts.has(id)) say(['facts', at, 'id'], `Fact ${id} is there twice.`);
    if (today !== undefined && reviewBy < today)
      say(['facts', at, 'reviewBy'], `Fact ${id} should have been checked again by ${reviewBy}.`, 'warning');
    facts.set(id, fact);
  });
  problems.push(...found);
  if (listIn(raw, 'facts')) return facts;
  // facts.yaml has no readable list, so we accept every fact that texts and banks name. Otherwise each of them would
  // report a fault that is in facts.yaml.
  const named = [...files.values()].flatMap((content) => content.match(/\b[ms]\d-f\d\d\b/g) ?? []);
  return new Map(named.map((id) => [id, standIn(id)!]));
}

/** Stands in for an invalid fact, so that the texts that cite it are not reported as well. */
const standIn = (id: unknown): Fact | undefined =>
  typeof id === 'string'
    ? { id, module: '', da: '', en: '', source: '', confidence: 'V', reviewBy: '9999-12-31' }
    : undefined;
