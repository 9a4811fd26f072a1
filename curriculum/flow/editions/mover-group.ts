import type { Course } from '#curriculum/flow/course.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import { replay } from '#curriculum/flow/progress.ts';
import { hasStayed } from './edition-at.ts';
import { planMigration } from './migration.ts';

/** The groups that a new edition is decided for: who has not begun, who is before the course day, and who has been there. */
export const moverGroups = ['not-begun', 'before-day', 'after-day'] as const;
export type MoverGroup = (typeof moverGroups)[number];
/** `busy`: an attempt runs or a leader has their work. `decided`: it was decided that they stay. Neither is asked about. */
export type Grouped = MoverGroup | 'busy' | 'decided' | 'silent' | 'not-running';

/** In which group an adviser stands who is on an earlier edition of the course. */
export function moverGroup(from: Course, to: Course, events: readonly HistoryEvent[], at: string): Grouped {
  const plan = planMigration(from, to, events, at);
  if (!plan.ok) return plan.reason === 'attempt-running' ? 'busy' : 'not-running';
  if (plan.change === 'editorial') return 'silent';
  if (hasStayed(events, to.edition)) return 'decided';
  if (plan.waiting.migrate.length > 0 || plan.waiting.restart.length > 0) return 'busy';
  if (plan.begun.length === 0) return 'not-begun';
  const { steps } = replay(from, events).value;
  return from.steps.some(({ id, kind }) => kind === 'day' && steps[id] === 'done') ? 'after-day' : 'before-day';
}
