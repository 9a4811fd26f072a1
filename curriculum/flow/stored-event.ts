import { z } from 'zod';
import { enrolmentStates } from './enrolment-state.ts';
import { attendances, type HistoryEvent } from './flow-event.ts';

// We compare instants as text, which is only right if all have the same precision.
const At = z.iso.datetime({ precision: 3 });
const Step = z.string().min(1);
const Conflict = z.enum(['none', 'own-work', 'same-library']);
const Attendance = z.enum(attendances);
const words = z.string().min(1);

const StepFacts = z.strictObject({
  attempts: z.int().min(0),
  granted: z.int().min(0),
  assessors: z.array(z.string()),
  notBefore: At.optional(),
  dueAt: At.optional(),
  doneAt: At.optional(),
  decidedAt: At.optional(),
  appealUsed: z.boolean().optional(),
  absences: z.int().min(0).optional(),
  madeUp: z.boolean().optional(),
});

const Kept = z.strictObject({
  state: z.string(),
  outcome: z.enum(['done', 'exhausted', 'appealed', 'failed']).optional(),
  facts: StepFacts,
  was: Step.optional(),
});

const life = z.enum([
  'approved',
  'declined',
  'waitlisted',
  'seat-given',
  'hold-closed',
  'started',
  'no-show',
  'withdrawn',
  'resumed',
  'deadline-passed',
  'issued',
  'cleared',
]);
const plainStep = z.enum([
  'lesson-read',
  'handed-in',
  'unsubmitted',
  'accepted',
  'attended',
  'excused',
  'absent',
  'attempt-granted',
  'appeal-lodged',
  'appeal-dismissed',
]);

/** Every event as it is stored. We never wrote an event that does not match. */
const StoredEvent = z.discriminatedUnion('type', [
  z.strictObject({ at: At, type: life }),
  z.strictObject({ at: At, type: z.enum(['suspended', 'withheld', 'annulled']), reason: words }),
  z.strictObject({ at: At, type: z.literal('failure-closed'), waived: z.boolean().optional() }),
  z.strictObject({ at: At, type: plainStep, step: Step }),
  z.strictObject({ at: At, type: z.literal('released'), step: Step, reason: words.optional() }),
  z.strictObject({ at: At, type: z.literal('quiz-started'), step: Step, dueAt: At.optional() }),
  z.strictObject({ at: At, type: z.literal('time-extended'), step: Step, dueAt: At }),
  z.strictObject({ at: At, type: z.literal('quiz-faulted'), step: Step, reason: words }),
  z.strictObject({
    at: At,
    type: z.enum(['quiz-scored', 'quiz-timed-out']),
    step: Step,
    score: z.number().min(0).max(1),
  }),
  z.strictObject({
    at: At,
    type: z.enum(['claimed', 'appeal-assigned']),
    step: Step,
    assessor: words,
    conflict: Conflict,
  }),
  z.strictObject({
    at: At,
    type: z.literal('attendance-corrected'),
    step: Step,
    was: Attendance,
    now: Attendance,
    reason: words,
  }),
  z.strictObject({ at: At, type: z.literal('returned'), step: Step, feedback: words }),
  z.strictObject({ at: At, type: z.literal('rejected'), step: Step, reason: words }),
  z.strictObject({ at: At, type: z.literal('appeal-upheld'), step: Step, remedy: z.enum(['pass', 'retry']) }),
  z.strictObject({
    at: At,
    type: z.literal('migrated'),
    from: z.string(),
    edition: z.string(),
    life: z.enum(enrolmentStates),
    kept: z.record(z.string(), Kept),
  }),
  z.strictObject({ at: At, type: z.literal('stayed'), edition: z.string() }),
]);

/** Reads a row of `learning_event` back as an event. */
export function parseStoredEvent(row: {
  type: string;
  payload: string;
  at: string;
}): { ok: true; event: HistoryEvent } | { ok: false; problem: string } {
  let payload: unknown;
  try {
    payload = JSON.parse(row.payload);
  } catch {
    return { ok: false, problem: 'its payload is not JSON' };
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return { ok: false, problem: 'its payload is not an object' };
  if ('type' in payload || 'at' in payload)
    return { ok: false, problem: 'its payload repeats the type or the instant, which have columns of their own' };
  const parsed = StoredEvent.safeParse({ ...payload, type: row.type, at: row.at });
  return parsed.success
    ? { ok: true, event: parsed.data as HistoryEvent }
    : { ok: false, problem: z.prettifyError(parsed.error) };
}

/** An event without its type and instant, which have columns of their own. */
export function payloadOf({ type: _, at: __, ...payload }: HistoryEvent): string {
  return JSON.stringify(payload);
}
