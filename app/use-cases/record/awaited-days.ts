import type { LearningRecord } from './record-of.server.ts';

/** The course days that this enrolment can attend now. */
export const awaitedDays = ({ edition, snapshot: { value } }: LearningRecord): string[] =>
  edition.course.steps
    .filter(({ id, kind }) => kind === 'day' && ['pending', 'make-up'].includes(value.steps[id]!))
    .filter(() => value.life === 'active')
    .map(({ id }) => id);
