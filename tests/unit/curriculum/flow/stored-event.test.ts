import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { HistoryEvent, KeptStep, StepFacts } from '#curriculum/flow/flow-event.ts';
import { parseStoredEvent, payloadOf } from '#curriculum/flow/stored-event.ts';
import { anyCourse } from './courses.ts';
import { choices, walk } from './walk.ts';

const rowOf = (event: HistoryEvent) => ({ type: event.type, at: event.at, payload: payloadOf(event) });

const anyAt = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const step = fc.constantFrom('m1', 'm2-test', 'oplaeg');
const words = fc.string({ minLength: 1 });
const noted = fc.constantFrom('attended', 'excused', 'absent');
const plain = fc.constant({});
const plainStep = fc.record({ step });
const reason = fc.record({ reason: words });
const score = fc.record({ step, score: fc.double({ min: 0, max: 1, noNaN: true }) });
const assigned = fc.record({
  step,
  assessor: words,
  conflict: fc.constantFrom('none', 'own-work', 'same-library'),
});
const anyFacts: fc.Arbitrary<StepFacts> = fc.record(
  {
    attempts: fc.nat(9),
    granted: fc.nat(9),
    assessors: fc.array(words, { maxLength: 2 }),
    notBefore: anyAt,
    dueAt: anyAt,
    doneAt: anyAt,
    decidedAt: anyAt,
    appealUsed: fc.boolean(),
    absences: fc.nat(9),
    madeUp: fc.boolean(),
  },
  { requiredKeys: ['attempts', 'granted', 'assessors'] },
);
const anyKept: fc.Arbitrary<KeptStep> = fc.record(
  {
    state: fc.constantFrom('done', 'in-attempt', 'exhausted'),
    outcome: fc.constantFrom('done', 'exhausted', 'appealed'),
    facts: anyFacts,
    was: step,
  },
  { requiredKeys: ['state', 'facts'] },
);

// A record over every type: whoever adds an event is asked for it here.
const payloads: Record<HistoryEvent['type'], fc.Arbitrary<object>> = {
  approved: plain,
  declined: plain,
  waitlisted: plain,
  'seat-given': plain,
  'hold-closed': plain,
  started: plain,
  'no-show': plain,
  withdrawn: plain,
  resumed: plain,
  'deadline-passed': plain,
  issued: plain,
  cleared: plain,
  suspended: reason,
  withheld: reason,
  annulled: reason,
  'failure-closed': fc.record({ waived: fc.boolean() }, { requiredKeys: [] }),
  'lesson-read': plainStep,
  'quiz-started': fc.record({ step, dueAt: anyAt }, { requiredKeys: ['step'] }),
  'time-extended': fc.record({ step, dueAt: anyAt }),
  'quiz-faulted': fc.record({ step, reason: words }),
  'quiz-scored': score,
  'quiz-timed-out': score,
  'handed-in': plainStep,
  unsubmitted: plainStep,
  claimed: assigned,
  released: fc.record({ step, reason: words }, { requiredKeys: ['step'] }),
  accepted: plainStep,
  returned: fc.record({ step, feedback: words }),
  rejected: fc.record({ step, reason: words }),
  attended: plainStep,
  excused: plainStep,
  absent: plainStep,
  'attendance-corrected': fc.record({ step, was: noted, now: noted, reason: words }),
  'attempt-granted': plainStep,
  'appeal-lodged': plainStep,
  'appeal-assigned': assigned,
  'appeal-upheld': fc.record({ step, remedy: fc.constantFrom('pass', 'retry') }),
  'appeal-dismissed': plainStep,
  migrated: fc.record({
    from: fc.constant('2026.1'),
    edition: fc.constant('2026.2'),
    life: fc.constantFrom('active', 'enrolled'),
    kept: fc.dictionary(step, anyKept, { noNullPrototype: true }),
  }),
  stayed: fc.record({ edition: words }),
};

describe('an event is read back as it was written', () => {
  test.each(Object.entries(payloads))('%s', (type, payload) => {
    fc.assert(
      fc.property(anyAt, payload, (at, rest) => {
        const event = { at, type, ...rest } as HistoryEvent;
        expect(parseStoredEvent(rowOf(event))).toEqual({ ok: true, event });
      }),
      { numRuns: 50 },
    );
  });

  test('in the history of a whole course, even after it moved to another edition', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyCourse(4), anyCourse(4, '2026.2'), choices(), (from, to, chosen) => {
        const events = walk(from, chosen);
        const plan = planMigration(from, to, events, events.at(-1)?.at ?? '2026-01-01T08:00:00.000Z');
        const moves = !plan.ok ? [] : plan.change === 'editorial' ? [plan.append] : plan.decide.migrate;
        moved += moves.length;
        for (const event of [...events, ...moves]) expect(parseStoredEvent(rowOf(event))).toEqual({ ok: true, event });
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});

describe('a row that is not an event is refused with the reason:', () => {
  const at = '2026-01-01T08:00:00.000Z';
  test.each([
    ['an unknown type', { type: 'promoted', payload: '{}', at }, 'type'],
    ['a score above the top', { type: 'quiz-scored', payload: '{"step":"m2-test","score":1.2}', at }, 'score'],
    ['a return without words', { type: 'returned', payload: '{"step":"oplaeg","feedback":""}', at }, 'feedback'],
    ['a score below nothing', { type: 'quiz-scored', payload: '{"step":"m2-test","score":-0.1}', at }, 'score'],
    ['a rejection without words', { type: 'rejected', payload: '{"step":"oplaeg","reason":""}', at }, 'reason'],
    ['leave without words', { type: 'suspended', payload: '{"reason":""}', at }, 'reason'],
    [
      'work taken by nobody',
      { type: 'claimed', payload: '{"step":"oplaeg","assessor":"","conflict":"none"}', at },
      'assessor',
    ],
    ['a field nobody knows', { type: 'lesson-read', payload: '{"step":"m1","by":"x"}', at }, '"by"'],
    ['a broken payload', { type: 'started', payload: '{', at }, 'not JSON'],
    ['a payload that is no object', { type: 'started', payload: '[]', at }, 'not an object'],
    ['a payload of nothing', { type: 'started', payload: 'null', at }, 'not an object'],
    ['a payload with an instant of its own', { type: 'started', payload: `{"at":"${at}"}`, at }, 'repeats'],
    ['a day for an instant', { type: 'started', payload: '{}', at: '2026-01-01' }, 'at'],
    [
      'an instant that cannot be compared as text',
      { type: 'started', payload: '{}', at: '2026-01-01T08:00:00Z' },
      'at',
    ],
  ])('%s', (_, row, because) => {
    const parsed = parseStoredEvent(row);
    expect(parsed.ok ? 'read' : parsed.problem).toContain(because);
  });
});
