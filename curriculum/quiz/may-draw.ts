import type { BlueprintLine } from '#curriculum/flow/course.ts';
import type { Question } from './question.ts';

/** May this line of a blueprint draw this question of its bank? A question that is only for practice is never drawn. */
export function mayDraw({ goal, level }: Pick<BlueprintLine, 'goal' | 'level'>, question: Question): boolean {
  if (question.use === 'practice') return false;
  return (goal === undefined || question.goal === goal) && (level === undefined || question.level === level);
}

/** Lines in the order in which they draw: the narrow ones first, so that a wide one does not take what they need. */
export function narrowFirst<Line extends Pick<BlueprintLine, 'goal' | 'level'>>(lines: readonly Line[]): Line[] {
  const width = ({ goal, level }: Line) => (goal === undefined ? 2 : 0) + (level === undefined ? 1 : 0);
  return [...lines].sort((a, b) => width(a) - width(b));
}
