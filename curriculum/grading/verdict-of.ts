import type { Level, RubricCriterion } from '#curriculum/flow/course.ts';

type Judgeable = Pick<RubricCriterion, 'id' | 'mustPass'> & {
  levels?: readonly Pick<Level, 'id' | 'points'>[] | undefined;
};
/** The rubric of a practical, and how many points of its levels are enough. */
export type Rubric = { rubric: readonly Judgeable[]; passMark?: number | undefined };
/** What was judged of each criterion: whether it is met, or the level it reaches. */
export type Judged = Readonly<Record<string, boolean | string>>;

export type Verdict = {
  /** The points of the levels, out of the most there are; of a rubric without levels 0 of 0. */
  points: number;
  of: number;
  /** How many points are enough, if the course says so. */
  needed: number | null;
  /** Criteria that must be met and are not, and those below the level that they must reach. */
  lacking: string[];
  passes: boolean;
};

/**
 * A hand-in is enough when every criterion without levels is met, every must-pass level is reached, and the points of the
 * levels add up to the pass mark. Points never make up for a criterion that must be passed. What is not judged lacks.
 */
export function verdictOf({ rubric, passMark }: Rubric, judged: Judged): Verdict {
  const lacking = rubric.filter((criterion) => !isEnough(criterion, judged[criterion.id])).map(({ id }) => id);
  const points = rubric.reduce((sum, criterion) => sum + (levelOf(criterion, judged[criterion.id])?.points ?? 0), 0);
  const of = rubric.reduce((sum, { levels }) => sum + (levels?.at(-1)?.points ?? 0), 0);
  return {
    points,
    of,
    needed: passMark ?? null,
    lacking,
    passes: lacking.length === 0 && points >= (passMark ?? 0),
  };
}

/** The level that was judged, if the criterion has it. */
export const levelOf = <L extends { id: string }>(
  { levels }: { levels?: readonly L[] | undefined },
  judged: boolean | string | undefined,
): L | undefined => levels?.find(({ id }) => id === judged);

function isEnough({ levels, mustPass }: Judgeable, judged: boolean | string | undefined): boolean {
  if (!levels) return judged === true;
  const at = levels.findIndex(({ id }) => id === judged);
  return at >= 0 && at >= levels.findIndex(({ id }) => id === mustPass);
}
