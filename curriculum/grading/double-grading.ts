import type { Double, RubricCriterion } from '#curriculum/flow/course.ts';
import { randomFrom } from '#curriculum/random-from.ts';
import { type Judged, levelOf, type Rubric, verdictOf } from './verdict-of.ts';

type Step = { rubric: readonly RubricCriterion[]; passMark?: number | undefined; double?: Double | undefined };
type Given = { decision: string; judged: Judged };

/**
 * Does this hand-in need a second grading? A share is drawn from the id of the hand-in, so that nobody chooses and the
 * answer stays the same.
 */
export function needsSecond(step: Step, { id, judged }: { id: string; judged: Judged }): boolean {
  switch (step.double) {
    case undefined:
      return false;
    case 'all':
      return true;
    case 'borderline':
      return isBorderline(step, judged);
    default:
      return randomFrom(`double ${id}`)() < step.double;
  }
}

/**
 * One criterion more would pass a hand-in that does not: met instead of missing, or one level higher. Or it passes, and one
 * level lower on one criterion would bring the points below the pass mark.
 */
export function isBorderline(step: Rubric, judged: Judged): boolean {
  const { passes } = verdictOf(step, judged);
  return step.rubric.some((criterion) => {
    const next = neighbourOf(criterion, judged[criterion.id], passes ? -1 : 1);
    if (next === undefined) return false;
    const moved = verdictOf(step, { ...judged, [criterion.id]: next });
    return passes ? moved.points < (moved.needed ?? 0) : moved.passes;
  });
}

function neighbourOf(criterion: Rubric['rubric'][number], was: boolean | string | undefined, by: 1 | -1) {
  const { levels } = criterion;
  if (!levels) return by === 1 && was !== true ? true : undefined;
  const here = levelOf(criterion, was);
  return here && levels[levels.indexOf(here) + by]?.id;
}

/** In what two gradings of a hand-in differ: the decision, and each criterion that they judge differently. */
export function differenceBetween(one: Given, other: Given): { decision: boolean; criteria: string[] } {
  const criteria = new Set([...Object.keys(one.judged), ...Object.keys(other.judged)]);
  return {
    decision: one.decision !== other.decision,
    criteria: [...criteria].filter((id) => one.judged[id] !== other.judged[id]),
  };
}

/** Two gradings agree when the decision and every criterion are the same. */
export function agree(one: Given, other: Given): boolean {
  const { decision, criteria } = differenceBetween(one, other);
  return !decision && criteria.length === 0;
}

/** The second grading is made by another than the first. */
export const mayGradeNext = (stored: readonly { grader_id: string }[], graderId: string): boolean =>
  nextPart(stored.length) !== 'second' || stored[0]?.grader_id !== graderId;

/** What the next grading is, when this many are stored that do not count by themselves. */
export const nextPart = (stored: number): 'first' | 'second' | 'settling' =>
  stored === 0 ? 'first' : stored === 1 ? 'second' : 'settling';
