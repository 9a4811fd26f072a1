import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isBinaryName, standInOf } from '#curriculum/content/films/film.ts';
import { hardLessons } from '#curriculum/content/measures/hard-lessons.ts';
import { type Edition, type ParsedEdition, parseEdition } from '#curriculum/content/parse-edition.ts';
import {
  type Published,
  parsePublished,
  problemsOfPublished,
  publishedFile,
} from '#curriculum/content/published-editions.ts';
import { type Course, certifiesNobody } from '#curriculum/flow/course.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { sameAsProblems } from '#curriculum/flow/editions/same-as-problems.ts';
import { type Presentations, parsePresentation } from '#curriculum/presentation/parse-presentation.ts';
import type { Problem } from '#curriculum/problem.ts';

/** Every shipped course edition, read once from its files. */
export type Catalogue = {
  editions: readonly Edition[];
  find(slug: string, edition: string): Edition | undefined;
  /** A draft is shipped, but nobody is moved to it. */
  isPublished(slug: string, edition: string): boolean;
  /** How each course presents itself in the public catalogue, if it does. */
  presentations: Presentations;
  /** What the check advises of the files of the editions. It keeps nothing from starting. */
  warnings: readonly Problem[];
};

export type LoadedCatalogue = { ok: true; catalogue: Catalogue } | { ok: false; problems: Problem[] };

/**
 * Reads `curriculum/courses/<slug>/<edition>/` and returns either all problems of all files or the catalogue. A published
 * edition whose files have changed is a problem.
 */
export function loadCatalogue(root: string, today?: string): LoadedCatalogue & { warnings: Problem[] } {
  const courses = path.join(root, 'curriculum', 'courses');
  const problems: Problem[] = [];
  const editions: Edition[] = [];
  // An edition with an error still counts as present, because its own problem is already reported.
  const there = new Set<string>();
  const present = new Set<string>();
  for (const slug of foldersIn(courses)) {
    for (const edition of foldersIn(path.join(courses, slug)).sort(compareEditions)) {
      there.add(slug);
      present.add(`${slug}/${edition}`);
      const parsed = parsedOnce(filesIn(path.join(courses, slug, edition)), `${slug}/${edition}`, today);
      problems.push(...(parsed.ok ? parsed.warnings : parsed.problems));
      if (parsed.ok) editions.push(parsed.edition);
    }
  }
  for (const { course } of editions) {
    const renewed = course.renews?.course;
    if (renewed === undefined) continue;
    const attended = editions.some((each) => each.course.id === renewed && certifiesNobody(each.course));
    if (there.has(renewed) && !attended) continue;
    const file = `curriculum/courses/${course.id}/${course.edition}/course.yaml`;
    const message = attended
      ? `The course "${renewed}" ends in attended: it gives no certificate that could be renewed.`
      : `There is no course "${renewed}" to renew.`;
    problems.push({ file, line: 1, column: 1, path: 'renews.course', message, severity: 'error' });
  }
  const advice = problems.filter(({ severity }) => severity === 'warning');
  const courseOf = editions.map(({ course }) => course);
  for (const course of courseOf) problems.push(...problemsOfSameAs(course, courseOf));
  const list = path.join(root, publishedFile);
  const published = parsePublished(existsSync(list) ? readFileSync(list, 'utf8') : '');
  const digests = new Map(editions.map(({ course, contentHash }) => [`${course.id}/${course.edition}`, contentHash]));
  if (!published.ok) problems.push(...published.problems);
  else problems.push(...problemsOfPublished(published.published, digests, present));
  // Advice for the author, and demands on a new edition: one that is published stays as it is.
  if (today !== undefined && published.ok)
    for (const edition of editions) {
      const { id, edition: name, goals } = edition.course;
      if (goals && !Object.hasOwn(published.published, `${id}/${name}`)) problems.push(...hardLessons(edition));
    }
  const presentations = presentationsIn(courses, there, problems);
  const catalogue = catalogueOf(editions, published.ok ? published.published : {}, presentations, advice);
  problems.push(...problemsOfSamples(catalogue));
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length > warnings.length) return { ok: false, problems, warnings };
  return { ok: true, catalogue, warnings };
}

// Reading the texts of an edition takes half a second. A process that opens its world again finds the same files.
const parsedBefore = new Map<string, { of: string; parsed: ParsedEdition }>();
function parsedOnce(files: ReadonlyMap<string, string>, place: string, today?: string): ParsedEdition {
  const of = digest(JSON.stringify([...files, today]));
  const before = parsedBefore.get(place);
  if (before?.of === of) return before.parsed;
  const parsed = parseEdition(files, place, { digest, ...(today && { today }) });
  parsedBefore.set(place, { of, parsed });
  return parsed;
}

const problemsOfSameAs = (course: Course, editions: readonly Course[]): Problem[] =>
  sameAsProblems(course, editions).map(({ step, message }) => ({
    file: `curriculum/courses/${course.id}/${course.edition}/course.yaml`,
    line: 1,
    column: 1,
    path: `steps.${step}.sameAs`,
    message,
    severity: 'error',
  }));

/** A catalogue of the given editions, all of them published unless a list says which. Tests use it to make small ones. */
export function catalogueOf(
  editions: readonly Edition[],
  published?: Published,
  presentations: Presentations = {},
  warnings: readonly Problem[] = [],
): Catalogue {
  return {
    editions,
    presentations,
    warnings,
    find: (slug, edition) => editions.find(({ course }) => course.id === slug && course.edition === edition),
    isPublished: (slug, edition) => published === undefined || Object.hasOwn(published, `${slug}/${edition}`),
  };
}

/** What is published, the newest edition first. */
export const newestFirst = ({ editions, isPublished }: Catalogue): Edition[] =>
  editions
    .filter(({ course }) => isPublished(course.id, course.edition))
    .sort((a, b) => compareEditions(b.course.edition, a.course.edition));

/** The newest published edition of a course: new holds begin on it. */
export const newestOf = (catalogue: Catalogue, slug: string): Edition | undefined =>
  newestFirst(catalogue).find(({ course }) => course.id === slug);

/** A course shows one lesson of its newest edition to everybody; it must be there. */
const problemsOfSamples = (catalogue: Catalogue): Problem[] =>
  Object.entries(catalogue.presentations).flatMap(([slug, { sample }]) => {
    const newest = newestOf(catalogue, slug)?.course;
    if (sample === undefined || !newest) return [];
    if (newest.steps.some(({ id, kind }) => id === sample && kind === 'lesson')) return [];
    const message = `Edition ${newest.edition} has no lesson "${sample}".`;
    return [{ file: fileOfPresentation(slug), line: 1, column: 1, path: 'sample', message, severity: 'error' }];
  });

const fileOfPresentation = (slug: string) => `curriculum/courses/${slug}/presentation.yaml`;

/** What the courses say of themselves; what is wrong with it is added to the problems. */
function presentationsIn(courses: string, slugs: ReadonlySet<string>, problems: Problem[]): Presentations {
  const found: Record<string, Presentations[string]> = {};
  for (const slug of slugs) {
    const file = path.join(courses, slug, 'presentation.yaml');
    if (!existsSync(file)) continue;
    const parsed = parsePresentation(readFileSync(file, 'utf8'), fileOfPresentation(slug));
    if (parsed.ok) found[slug] = parsed.presentation;
    else problems.push(...parsed.problems);
  }
  return found;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((name) => [name.split(path.sep).join('/'), textOf(path.join(folder, name))]));
}

function textOf(file: string): string {
  if (!isBinaryName(file)) return readFileSync(file, 'utf8');
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return standInOf(sha256, bytes.length, bytes.subarray(0, 12).toString('hex'));
}
