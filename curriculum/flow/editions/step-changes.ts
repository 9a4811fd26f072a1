import { type Course, type RubricCriterion, type Step, type StepNode, stepNodesIn } from '#curriculum/flow/course.ts';
import { keyChanges } from './key-changes.ts';
import { predecessorOf } from './predecessor-of.ts';

export const materialDifferences = [
  'added',
  'removed',
  'kind',
  'draw',
  'pass-mark',
  'attempts',
  'delay',
  'time-limit',
  'opens-early',
  'due-before',
  'extra-lessons',
  'rubric',
  'key',
  'questions-added',
  'questions-removed',
  'criteria',
  'blind',
  'double',
] as const;
export const editorialDifferences = ['title', 'minutes', 'goals', 'rubric-words', 'words'] as const;
export type DifferenceKind = (typeof materialDifferences)[number] | (typeof editorialDifferences)[number];
/** `from` and `to` say the value before and after, where there is one; `of` names questions or criteria. */
export type Difference = { what: DifferenceKind; from?: string; to?: string; of?: string[] };
export type StepChange = {
  step: string;
  title: { da: string; en: string };
  change: 'editorial' | 'material';
  differences: Difference[];
  /** The step of the earlier edition that this one is declared equivalent to. */
  sameAs?: string;
};

const material: ReadonlySet<string> = new Set(materialDifferences);

/** What changed between two editions, step by step: the steps of the new one in their order, then those that are gone. */
export function stepChanges(from: Course, to: Course): StepChange[] {
  const followed = new Set(to.steps.flatMap((step) => predecessorOf(step, from)?.step.id ?? []));
  const gone = from.steps.filter(({ id }) => !followed.has(id));
  return [
    ...to.steps.flatMap((step) => changeOf(from, to, step)),
    ...gone.map(
      ({ id, title }): StepChange => ({ step: id, title, change: 'material', differences: [{ what: 'removed' }] }),
    ),
  ];
}

function changeOf(from: Course, to: Course, step: Step): StepChange[] {
  const before = predecessorOf(step, from);
  const differences = before ? differencesOf(from, to, before.step, step) : [{ what: 'added' as const }];
  const isRenamed = before && before.step.id !== step.id;
  if (differences.length === 0 && !isRenamed) return [];
  const change = isRenamed || differences.some(({ what }) => material.has(what)) ? 'material' : 'editorial';
  const { id, title } = step;
  return [{ step: id, title, change, differences, ...(before?.declared && step.sameAs && { sameAs: step.sameAs }) }];
}

function differencesOf(from: Course, to: Course, was: Step, is: Step): Difference[] {
  if (was.kind !== is.kind) return [{ what: 'kind', from: was.kind, to: is.kind }];
  const quiz = (step: Step) => (step.kind === 'quiz' ? step : undefined);
  const practical = (step: Step) => (step.kind === 'practical' ? step : undefined);
  const tries = (step: Step) => ('attempts' in step ? step.attempts : undefined);
  const passMark = (step: Step) => ('passMark' in step ? step.passMark : undefined);
  const rubric = (step: Step) => practical(step)?.rubric;
  const drawn = (step: Step) =>
    quiz(step)?.blueprint.map(({ bank, draw, goal, level }) =>
      [`${draw} of ${bank}`, ...[goal, level].filter((each) => each !== undefined)].join('/'),
    );
  const keys = keyChanges(from.keys?.[was.id], to.keys?.[is.id]);
  const isQuiz = is.kind === 'quiz';
  const named = (what: DifferenceKind, of: string[]): Difference[] => (of.length > 0 ? [{ what, of }] : []);
  const criteria = [...keys.changed, ...keys.added, ...keys.removed];
  return [
    ...valued('draw', drawn(was)?.join(', '), drawn(is)?.join(', ')),
    ...valued('pass-mark', passMark(was), passMark(is)),
    ...valued('attempts', tries(was), tries(is)),
    ...valued('delay', quiz(was)?.delay, quiz(is)?.delay),
    ...valued('time-limit', quiz(was)?.timeLimit, quiz(is)?.timeLimit),
    // Where a step stands in the order is a requirement, also when the change only opens more.
    ...valued('opens-early', placed(from, was).opensEarly, placed(to, is).opensEarly),
    ...valued('due-before', placed(from, was).dueBefore, placed(to, is).dueBefore),
    ...valued('extra-lessons', placed(from, was).whenFailed?.join(', '), placed(to, is).whenFailed?.join(', ')),
    ...valued(
      'rubric',
      rubric(was)
        ?.map(({ id }) => id)
        .join(', '),
      rubric(is)
        ?.map(({ id }) => id)
        .join(', '),
    ),
    ...(isQuiz ? named('key', keys.changed) : named('criteria', criteria)),
    ...(isQuiz ? [...named('questions-added', keys.added), ...named('questions-removed', keys.removed)] : []),
    ...valued('blind', practical(was)?.blind, practical(is)?.blind),
    ...valued('double', practical(was)?.double, practical(is)?.double),
    ...spoken('title', was.title, is.title),
    ...valued('minutes', 'minutes' in was ? was.minutes : undefined, 'minutes' in is ? is.minutes : undefined),
    ...spoken('goals', 'goals' in was ? was.goals : undefined, 'goals' in is ? is.goals : undefined),
    ...spoken('rubric-words', titles(rubric(was)), titles(rubric(is))),
    ...spoken('words', from.digests?.[was.id], to.digests?.[is.id]),
  ];
}

/** What the order of the course says about the step. */
const placed = (course: Course, { id }: Step): Partial<StepNode> =>
  stepNodesIn(course.flow).find((node) => node.id === id) ?? {};

/** The words of criteria and their levels; other criteria are a difference of the rubric. */
const titles = (rubric: readonly RubricCriterion[] | undefined) =>
  rubric
    ?.map(({ id, title, levels }) => [id, title, levels?.map((each) => [each.title, each.descriptor])] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const valued = (what: DifferenceKind, was: unknown, is: unknown): Difference[] =>
  JSON.stringify(was) === JSON.stringify(is) ? [] : [{ what, from: plain(was), to: plain(is) }];

const spoken = (what: DifferenceKind, was: unknown, is: unknown): Difference[] =>
  JSON.stringify(was) === JSON.stringify(is) ? [] : [{ what }];

/** A value as the course file has it: times in hours or minutes, days as days. */
function plain(value: unknown): string {
  if (value === undefined) return '–';
  if (typeof value === 'object' && value !== null && 'days' in value) return `${value.days}d`;
  if (typeof value === 'number' && value >= 60_000)
    return value % 3_600_000 === 0 ? `${value / 3_600_000}h` : `${value / 60_000}m`;
  return String(value);
}
