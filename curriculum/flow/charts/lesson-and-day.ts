import type { StepOf } from '../course.ts';
import { type Desk, stepChart, within } from './chart.ts';

export function lessonChart(step: StepOf<'lesson'>, desk: Desk) {
  return stepChart(step, desk, 'unread', { unread: { on: { 'lesson-read': within(['active'], [], { to: 'done' }) } } });
}

export function dayChart(step: StepOf<'day'>, desk: Desk) {
  const attended = within(['active'], [], { to: 'done' });
  // Nobody fails by staying away: the day is still to be met, and the leader sees how often it was missed.
  const absent = within(['active'], [], { then: [desk.note(({ absences = 0 }) => ({ absences: absences + 1 }))] });
  return stepChart(step, desk, 'pending', {
    pending: { on: { attended, excused: within(['active'], [], { to: 'makeUp' }), absent } },
    makeUp: { on: { attended, absent } },
  });
}
