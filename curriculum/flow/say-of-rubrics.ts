import type { Path } from '#curriculum/read-yaml.ts';

type Say = (path: Path, message: string) => void;
type WrittenLevel = { id?: unknown; points?: unknown } | null;
type WrittenCriterion = { id?: unknown; levels?: unknown; mustPass?: unknown } | null;

/**
 * Reports what is wrong with the rubric of a practical beyond the shape of its words: levels out of order, a demand that
 * nobody can meet, and one that everybody meets.
 */
export function sayOfRubrics(
  steps: readonly ({ rubric?: unknown; passMark?: unknown; kind?: unknown } | null)[],
  say: Say,
): void {
  steps.forEach((step, at) => {
    if (step?.kind !== 'practical' || !Array.isArray(step.rubric)) return;
    const rubric = step.rubric as WrittenCriterion[];
    const path = ['steps', at];
    sayTwice(rubric, [...path, 'rubric'], 'Criterion', say);
    rubric.forEach((criterion, row) => {
      sayOfCriterion(criterion, [...path, 'rubric', row], say);
    });
    sayOfPassMark(rubric, step.passMark, path, say);
  });
}

function sayOfCriterion(criterion: WrittenCriterion, path: Path, say: Say): void {
  const { levels, mustPass } = criterion ?? {};
  if (!Array.isArray(levels)) {
    if (mustPass !== undefined)
      say([...path, 'mustPass'], 'A criterion without levels must be met anyway: take "mustPass" out, or list levels.');
    return;
  }
  sayTwice(levels, [...path, 'levels'], 'Level', say);
  const points = levels.map((level: WrittenLevel) => level?.points);
  points.forEach((each, at) => {
    const before = points[at - 1];
    if (typeof each === 'number' && typeof before === 'number' && each <= before)
      say(
        [...path, 'levels', at, 'points'],
        `Put the levels in order, the lowest first: this one earns ${each}, and the one before it ${before}.`,
      );
  });
  if (typeof mustPass !== 'string') return;
  const ids = levels.map((level: WrittenLevel) => level?.id);
  if (!ids.includes(mustPass))
    say([...path, 'mustPass'], `There is no level "${mustPass}" here: name one of ${ids.join(', ')}.`);
  else if (ids[0] === mustPass)
    say([...path, 'mustPass'], `Everybody reaches "${mustPass}", the lowest level: name a higher one.`);
}

function sayOfPassMark(rubric: readonly WrittenCriterion[], passMark: unknown, path: Path, say: Say): void {
  const levelled = rubric.flatMap((criterion) => (Array.isArray(criterion?.levels) ? [criterion] : []));
  if (levelled.length === 0) {
    if (passMark !== undefined)
      say(
        [...path, 'passMark'],
        'Points come from levels: give a criterion "levels", or take "passMark" out: every criterion must be met.',
      );
    return;
  }
  if (passMark === undefined) {
    if (levelled.every(({ mustPass }) => mustPass === undefined))
      say(
        [...path, 'rubric'],
        'Nothing says which levels are enough: write "passMark: <points>", or "mustPass: <level>" at a criterion.',
      );
    return;
  }
  const points = levelled.map(({ levels }) => (levels as WrittenLevel[]).map((level) => level?.points));
  // A level with a fault in its points, or one that stands alone, is reported at its own place.
  if (
    typeof passMark !== 'number' ||
    points.some((each) => each.length < 2) ||
    !points.flat().every((each) => typeof each === 'number')
  )
    return;
  const sum = (pick: (...of: number[]) => number) =>
    points.reduce((total, each) => total + pick(...(each as number[])), 0);
  const [least, most] = [sum(Math.min), sum(Math.max)];
  if (passMark > most)
    say([...path, 'passMark'], `Nobody can get ${passMark} points: the highest levels add up to ${most}.`);
  else if (passMark <= least)
    say([...path, 'passMark'], `Everybody gets ${passMark} points: the lowest levels add up to ${least}.`);
}

function sayTwice(rows: readonly ({ id?: unknown } | null)[], path: Path, what: string, say: Say): void {
  const ids = rows.map((row) => row?.id);
  ids.forEach((id, at) => {
    if (typeof id === 'string' && ids.indexOf(id) < at) say([...path, at, 'id'], `${what} "${id}" is here twice.`);
  });
}
