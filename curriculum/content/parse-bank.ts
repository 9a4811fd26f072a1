import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { BankFile, type Case, kindOf, type Question } from '#curriculum/quiz/question.ts';
import { type Path, type ReportProblem, readYaml, reportIssues, type YamlFile } from '#curriculum/read-yaml.ts';
import type { Fact } from './fact.ts';
import { listIn } from './list-in.ts';
import type { Aims } from './say-of-goals.ts';

/** The bank's own name, how many questions it lists, and the questions; none are given if the file has a fault. */
export type Bank = {
  name: string | undefined;
  size: number | undefined;
  questions: readonly Question[];
  cases: readonly Case[];
  /** The places in lessons that its questions name; what is wrong with one is said once the lessons are read. */
  places: readonly { lesson: string; refuse(message: string): void }[];
  /** The file as it was written. */
  written: YamlFile;
};

/** The facts that questions may cite, and the file of each question read so far. */
export type Around = { facts: ReadonlyMap<string, Fact>; seen: Map<string, string> };

/** Reads one question bank. Every rule is checked on whatever can be read, so that one fault does not hide another. */
export function parseBank(
  text: string,
  file: string,
  around: Around & { aims: Aims | undefined },
  problems: Problem[],
): Bank {
  const written = readYaml(text, file);
  const { raw, say, problems: found } = written;
  const parsed = BankFile.safeParse(raw, inPlainWords);
  if (raw !== undefined) reportIssues(parsed.error?.issues ?? [], raw, say);
  const rows = listIn(raw, 'questions');
  const cases = (listIn(raw, 'cases') as ({ id?: unknown } | null)[] | undefined)?.map((each) => each?.id) ?? [];
  cases.forEach((id, at) => {
    if (typeof id === 'string' && cases.indexOf(id) < at) say(['cases', at, 'id'], `Case "${id}" is here twice.`);
  });
  const places: { lesson: string; refuse(message: string): void }[] = [];
  rows?.forEach((row, at) => {
    const path = ['questions', at];
    sayOfQuestion(row, path, file, around, say);
    if (row && around.aims) sayOfAims(row, path, around.aims, say);
    const { facts, case: named, lesson } = (row ?? {}) as { facts?: unknown; case?: unknown; lesson?: unknown };
    if (typeof lesson === 'string') {
      const refuse = (message: string) => {
        say([...path, 'lesson'], message);
        problems.push(found.at(-1)!);
      };
      places.push({ lesson, refuse });
    }
    if (row && facts === undefined) say([...path, 'facts'], '"facts" is missing.');
    if (typeof named === 'string' && !cases.includes(named))
      say([...path, 'case'], `There is no case "${named}" in this bank.`);
  });
  problems.push(...found);
  const name = (raw as { bank?: unknown } | null | undefined)?.bank;
  return {
    name: typeof name === 'string' ? name : undefined,
    size: rows?.length,
    questions: parsed.data?.questions ?? [],
    cases: parsed.data?.cases ?? [],
    places,
    written,
  };
}

/** Faults of one question that its schema cannot see, wherever it stands. */
export function sayOfQuestion(
  row: unknown,
  path: Path,
  file: string,
  { facts, seen }: Around,
  say: ReportProblem,
): void {
  const { id, kind } = (row ?? {}) as { id?: unknown; kind?: unknown };
  if (typeof id === 'string') {
    const other = seen.get(id);
    if (other) say([...path, 'id'], `Question ${id} is also in ${other}.`);
    seen.set(id, file);
  }
  listIn(row, 'facts')?.forEach((fact, place) => {
    if (typeof fact === 'string' && !facts.has(fact))
      say([...path, 'facts', place], `There is no fact "${fact}" in facts.yaml.`);
  });
  if (!isKind(kind)) return;
  for (const fault of kindOf({ kind }).faultsOf?.(row as object) ?? []) say([...path, ...fault.path], fault.message);
}

const isKind = (kind: unknown): kind is Question['kind'] => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** In an edition with goals every question names its goal, and its level if the edition has levels. */
function sayOfAims(row: object, path: Path, { goals, levels }: Aims, say: ReportProblem): void {
  const { goal, level } = row as { goal?: unknown; level?: unknown };
  if (goal === undefined) say([...path, 'goal'], 'Name the goal of the course that the question tests.');
  else if (typeof goal === 'string' && !goals.has(goal))
    say([...path, 'goal'], `There is no goal "${goal}" in course.yaml.`);
  if (level === undefined && levels.size > 0) say([...path, 'level'], 'Name the level of the question.');
  else if (typeof level === 'string' && !levels.has(level))
    say([...path, 'level'], `There is no level "${level}" in course.yaml.`);
}
