import type { BlueprintLine } from '#curriculum/flow/course.ts';
import { mayDraw, narrowFirst } from '#curriculum/quiz/may-draw.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import type { Path, ReportProblem } from '#curriculum/read-yaml.ts';
import { listIn } from './list-in.ts';

/** Ids of the goals and levels that a course file defines; none if it has no goals. */
export type Aims = { goals: ReadonlySet<string>; levels: ReadonlySet<string> };

/** The goals and levels of a course file as read from YAML: the questions of its banks name them. */
export function aimsIn(raw: unknown): Aims | undefined {
  if (!listIn(raw, 'goals')) return undefined;
  return { goals: idsIn(raw, 'goals'), levels: idsIn(raw, 'levels') };
}

type Row = Record<string, unknown> | null;

const rowsIn = (raw: unknown, list: string): Row[] => (listIn(raw, list) ?? []) as Row[];
const idsIn = (raw: unknown, list: string) =>
  new Set(rowsIn(raw, list).flatMap((row) => (typeof row?.id === 'string' ? [row.id] : [])));

/**
 * Faults of the goals of a course file and of the lines that draw by them, and warnings for goals with too few questions.
 * A bank that could not be read is not in `banks`.
 */
export function sayOfGoals(raw: unknown, banks: ReadonlyMap<string, readonly Question[]>, say: ReportProblem): void {
  for (const list of ['goals', 'levels']) sayOfTwins(rowsIn(raw, list), [list], say);
  const lessons = new Map(rowsIn(raw, 'steps').map((step) => [step?.id, step?.kind]));
  rowsIn(raw, 'goals').forEach((goal, at) => {
    if (typeof goal?.step === 'string' && lessons.get(goal.step) !== 'lesson')
      say(['goals', at, 'step'], `Name the lesson that teaches the goal; there is no lesson "${goal.step}".`);
  });
  const steps = rowsIn(raw, 'steps');
  const aims = { goal: idsIn(raw, 'goals'), level: idsIn(raw, 'levels') };
  steps.forEach((step, at) => {
    const lines = rowsIn(step, 'blueprint');
    for (const word of ['goal', 'level'] as const)
      lines.forEach((line, row) => {
        const named = line?.[word];
        if (typeof named === 'string' && !aims[word].has(named))
          say(['steps', at, 'blueprint', row, word], `There is no ${word} "${named}" in this course.`);
      });
    sayOfDraws(lines.flatMap(lineOf), ['steps', at, 'blueprint'], banks, say);
  });
  if (!listIn(raw, 'goals') || banks.size === 0) return;
  const questions = [...banks.values()].flat();
  rowsIn(raw, 'goals').forEach((goal, at) => {
    if (typeof goal?.id !== 'string') return;
    const own = questions.filter((question) => question.goal === goal.id);
    if (!own.some(({ use }) => use === 'practice'))
      say(['goals', at, 'id'], `Goal "${goal.id}" has no question that is for practice only.`, 'warning');
  });
}

function sayOfTwins(rows: readonly Row[], path: Path, say: ReportProblem): void {
  const ids = rows.map((row) => row?.id);
  ids.forEach((id, at) => {
    if (typeof id === 'string' && ids.indexOf(id) < at) say([...path, at, 'id'], `"${id}" is here twice.`);
  });
}

type Line = BlueprintLine & { row: number };

function lineOf(line: Row, row: number): Line[] {
  const { bank, draw, goal, level } = line ?? {};
  if (typeof bank !== 'string' || typeof draw !== 'number') return [];
  return [{ row, bank, draw, ...(typeof goal === 'string' && { goal }), ...(typeof level === 'string' && { level }) }];
}

/**
 * Each line must find enough questions even if every line that draws before it took from the same ones. A warning if a
 * second attempt could not avoid those of the first.
 */
function sayOfDraws(
  lines: readonly Line[],
  path: Path,
  banks: ReadonlyMap<string, readonly Question[]>,
  say: ReportProblem,
): void {
  const isPlain = ({ goal, level }: Line) => goal === undefined && level === undefined;
  narrowFirst(lines).forEach((line, at, ordered) => {
    // Where any question will do, `parseCourse` counts them.
    if (ordered.every((other) => other.bank !== line.bank || isPlain(other)) && !hasPracticeOnly(banks, line.bank))
      return;
    const fitting = banks.get(line.bank)?.filter((question) => mayDraw(line, question));
    if (!fitting) return;
    const before = ordered
      .slice(0, at)
      .filter((other) => other.bank === line.bank && fitting.some((question) => mayDraw(other, question)))
      .reduce((sum, { draw }) => sum + draw, 0);
    const wanted = line.draw + before;
    const of = [line.goal && `goal "${line.goal}"`, line.level && `level "${line.level}"`].filter(Boolean).join(' at ');
    const whose = of ? ` of ${of}` : '';
    const other = before > 0 ? `, and other lines may take ${before} of them` : '';
    if (fitting.length < wanted)
      say(
        [...path, line.row, 'draw'],
        `Asks for ${line.draw} questions${whose}${other}; bank "${line.bank}" has ${fitting.length} for tests.`,
      );
    else if (of && fitting.length < wanted * 2)
      say(
        [...path, line.row, 'draw'],
        `A second attempt repeats questions${whose}: bank "${line.bank}" has ${fitting.length} for tests, two attempts need ${wanted * 2}.`,
        'warning',
      );
  });
}

const hasPracticeOnly = (banks: ReadonlyMap<string, readonly Question[]>, bank: string) =>
  banks.get(bank)?.some(({ use }) => use === 'practice') ?? false;
