import type { RubricCriterion } from '#curriculum/flow/course.ts';
import { type Judged, levelOf, type Verdict, verdictOf } from './verdict-of.ts';

type Words = { da: string; en: string };
type Step = { rubric: readonly RubricCriterion[]; passMark?: number | undefined };
/** A criterion with what was judged of it: whether it is met, or the level with its points. */
export type ToldCriterion = { id: string; title: Words } & (
  | { is: 'met-or-not'; met: boolean }
  /** `from` is the level that it must reach and does not. */
  | { is: 'level'; level: Words; descriptor: Words; points: number; of: number; from: Words | null }
);
export type ToldGrading = {
  criteria: ToldCriterion[];
  /** The points in all; null for a rubric without levels. */
  total: Pick<Verdict, 'points' | 'of' | 'needed'> | null;
};

/** A grading in the words of the course: each criterion, and what they come to. */
export function toldGrading(step: Step, judged: Judged): ToldGrading {
  const { points, of, needed, lacking } = verdictOf(step, judged);
  const criteria = step.rubric.flatMap((criterion): ToldCriterion[] => {
    const { id, title, levels, mustPass } = criterion;
    if (!levels) return [{ id, title, is: 'met-or-not', met: judged[id] === true }];
    const reached = levelOf(criterion, judged[id]);
    if (!reached) return [];
    const from = lacking.includes(id) ? (levelOf(criterion, mustPass)?.title ?? null) : null;
    const most = levels.at(-1)?.points ?? 0;
    return [
      {
        id,
        title,
        is: 'level',
        level: reached.title,
        descriptor: reached.descriptor,
        points: reached.points,
        of: most,
        from,
      },
    ];
  });
  return { criteria, total: step.rubric.some(({ levels }) => levels) ? { points, of, needed } : null };
}
