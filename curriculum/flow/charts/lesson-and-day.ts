import type { StepOf } from '#curriculum/flow/course.ts';
import { type StepContext, stepChart, within } from './chart.ts';
import { corrections } from './correction.ts';

export function lessonChart(step: StepOf<'lesson'>, stepContext: StepContext) {
  return stepChart(step, stepContext, 'unread', {
    unread: { on: { 'lesson-read': within(['active'], [], { to: 'done' }) } },
  });
}

export function dayChart(step: StepOf<'day'>, stepContext: StepContext) {
  const { note } = stepContext;
  const attended = within(['active'], [], { to: 'done' });
  const madeUp = within(['active'], [], { to: 'done', then: [note(() => ({ madeUp: true }))] });
  // Absence is not a failure: the day must still be attended, and the course leader sees how often it was missed.
  const absent = within(['active'], [], { then: [note(({ absences = 0 }) => ({ absences: absences + 1 }))] });
  const corrected = corrections(stepContext);
  return stepChart(
    step,
    stepContext,
    'pending',
    {
      pending: {
        on: {
          attended,
          excused: within(['active'], [], { to: 'make-up' }),
          absent,
          'attendance-corrected': corrected.inPending,
        },
      },
      'make-up': { on: { attended: madeUp, absent, 'attendance-corrected': corrected.inMakeUp } },
    },
    { 'attendance-corrected': corrected.inDone },
  );
}
