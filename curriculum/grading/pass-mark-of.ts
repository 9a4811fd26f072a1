import { type Rubric, verdictOf } from './verdict-of.ts';

/** How many points of a rubric are enough, and how many there are; null if the course asks for none. */
export function passMarkOf(step: Rubric): { points: number; of: number } | null {
  return step.passMark === undefined ? null : { points: step.passMark, of: verdictOf(step, {}).of };
}
