import type { StepStatus } from '#curriculum/flow/progress.ts';

export type NodeKind = 'lesson' | 'quiz' | 'practical' | 'day' | 'choice' | 'certificate';

/** The outline of each kind of step, 36 by 36. All moves are relative, so the outline can follow any absolute `M`. */
export const shapes: Record<NodeKind, string> = {
  lesson: 'm18 5a13 13 0 100 26 13 13 0 000-26z',
  quiz: 'm18 2.5l15.5 15.5-15.5 15.5-15.5-15.5z',
  practical: 'm5 5h26v26h-26z',
  day: 'm10.5 4.5h15l7.5 13.5-7.5 13.5h-15l-7.5-13.5z',
  certificate:
    'm29 18a3.1 3.1 0 01-1.5 5.5 3.1 3.1 0 01-4 4 3.1 3.1 0 01-5.5 1.5 3.1 3.1 0 01-5.5-1.5 3.1 3.1 0 01-4-4 3.1 3.1 0 01-1.5-5.5 3.1 3.1 0 011.5-5.5 3.1 3.1 0 014-4 3.1 3.1 0 015.5-1.5 3.1 3.1 0 015.5 1.5 3.1 3.1 0 014 4 3.1 3.1 0 011.5 5.5z',
  choice: 'm18 10a8 8 0 100 16 8 8 0 000-16z',
};

/** The sign inside the outline for each status, also in relative moves. The stylesheet paints it as the second path. */
export const signs: Partial<Record<StepStatus, string>> = {
  done: 'm11.5 18.5l4.7 4.7 8.5-9.4',
  now: 'm18 13.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z',
  waiting: 'm12 18h.1m5.9 0h.1m5.9 0h.1',
  returned: 'm18 10.5v9m0 5.5v.1',
  'not-chosen': 'm13 18h10',
};
