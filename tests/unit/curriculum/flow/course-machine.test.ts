import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { can } from '#curriculum/flow/can.ts';
import { isDone, openSteps } from '#curriculum/flow/combinators.ts';
import { asOneMachine, type CourseSnapshot, chartEventOf } from '#curriculum/flow/course-machine.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { machineOf, progressIn, progressOf, replay } from '#curriculum/flow/progress.ts';
import { earns, sufficientSets } from '#curriculum/flow/prove-course.ts';
import { anyCourse, shipped } from './courses.ts';
import { choices, walk } from './walk.ts';

const course = shipped('it-paedagogisk-vejleder');
const machine = machineOf(course);
const day = (n: number, time = '08:00') =>
  new Date(Date.parse(`2026-01-01T${time}:00.000Z`) + n * 86_400_000).toISOString();
const begun: FlowEvent[] = [
  { at: day(0), type: 'approved' },
  { at: day(0), type: 'started' },
];
const read = (step: string, n = 1): FlowEvent => ({ at: day(n), type: 'lesson-read', step });
const quiz = (step: string, score: number, n: number): FlowEvent[] => [
  { at: day(n), type: 'quiz-started', step },
  { at: day(n), type: 'quiz-scored', step, score },
];
const graded = (step: string, verdict: 'accepted' | 'rejected' | 'returned', n: number): FlowEvent[] => [
  { at: day(n), type: 'handed-in', step },
  { at: day(n), type: 'claimed', step, assessor: 'leder', conflict: 'none' },
  { at: day(n), type: verdict, step, reason: 'Seddel mangler.', feedback: 'Skriv, hvor man klikker.' } as FlowEvent,
];
const toM2Test = [...begun, read('m1'), ...graded('oplaeg', 'accepted', 2), read('m2', 3)];
const at = (events: FlowEvent[]) => replay(course, events);
const refused = (events: FlowEvent[], event: FlowEvent) => can(machine, at(events), event);

describe('a step that cannot be taken says why:', () => {
  test.each<[string, FlowEvent[], FlowEvent, object]>([
    ['a step whose turn has not come', begun, read('m2'), { reason: 'not-open', finish: ['m1'] }],
    [
      'a step behind three free ones',
      [...toM2Test, ...quiz('m2-test', 1, 4), read('m4')],
      read('dybde-moms'),
      { reason: 'not-open', finish: ['m3', 'm4-test', 'm5'] },
    ],
    [
      'a quiz too soon after the last',
      [...toM2Test, ...quiz('m2-test', 0.5, 4)],
      { at: day(4, '20:00'), type: 'quiz-started', step: 'm2-test' },
      { reason: 'cooling', until: day(5) },
    ],
    [
      'answers after the bell',
      [...toM2Test, { at: day(4), type: 'quiz-started', step: 'm2-test' }],
      { at: day(4, '08:21'), type: 'quiz-scored', step: 'm2-test', score: 1 },
      { reason: 'too-late', since: day(4, '08:20') },
    ],
    ['a step that is done', [...begun, read('m1')], read('m1'), { reason: 'already-done' }],
    ['a step that is not there', begun, read('m9'), { reason: 'unknown-step' }],
    [
      'work while on leave',
      [...begun, { at: day(1), type: 'suspended', reason: 'Orlov' }],
      read('m1'),
      { reason: 'enrolment', state: 'suspended' },
    ],
    [
      'grading at the own library',
      [...begun, read('m1'), { at: day(2), type: 'handed-in', step: 'oplaeg' }],
      { at: day(2), type: 'claimed', step: 'oplaeg', assessor: 'kollega', conflict: 'same-library' },
      { reason: 'conflict', because: 'same-library' },
    ],
    [
      'a return without words',
      [...begun, read('m1'), ...graded('oplaeg', 'accepted', 2).slice(0, 2)],
      { at: day(2), type: 'returned', step: 'oplaeg', feedback: ' ' },
      { reason: 'words-missing' },
    ],
    [
      'grading what nobody claimed',
      [...begun, read('m1'), { at: day(2), type: 'handed-in', step: 'oplaeg' }],
      { at: day(2), type: 'accepted', step: 'oplaeg' },
      { reason: 'not-now', state: 'submitted', expected: ['unsubmitted', 'claimed'] },
    ],
    [
      'an appeal judged by the first assessor',
      [...begun, read('m1'), ...graded('oplaeg', 'rejected', 2), { at: day(3), type: 'appeal-lodged', step: 'oplaeg' }],
      { at: day(4), type: 'appeal-assigned', step: 'oplaeg', assessor: 'leder', conflict: 'none' },
      { reason: 'conflict', because: 'involved-before' },
    ],
    [
      'an appeal after its window',
      [...begun, read('m1'), ...graded('oplaeg', 'rejected', 2)],
      { at: day(17), type: 'appeal-lodged', step: 'oplaeg' },
      // Fourteen calendar days after the decision, to the end of that day in Copenhagen.
      { reason: 'too-late', since: '2026-01-17T22:59:59.999Z' },
    ],
    [
      'a fact from before the last one',
      [...begun, read('m1', 3)],
      { at: day(2), type: 'handed-in', step: 'oplaeg' },
      { reason: 'earlier-than-last', last: day(3) },
    ],
  ])('%s', (_, events, event, reason) => expect(refused(events, event)).toEqual(reason));

  test('a topic that was not chosen is not needed any more', () => {
    const history = [
      ...toM2Test,
      ...quiz('m2-test', 1, 4),
      ...['m3', 'm4', 'm5'].flatMap((m) => [read(m, 5), ...quiz(`${m}-test`, 1, 6)]),
      read('dybde-moms', 7),
    ];
    expect(refused(history, read('dybde-nemrefusion', 8))).toEqual({ reason: 'not-needed' });
    expect(progressOf(course, history).next).toEqual({ step: 'kursusdag', action: 'attend' });
  });
});

describe('a practical', () => {
  const claimed: FlowEvent[] = [...begun, read('m1'), ...graded('oplaeg', 'accepted', 2).slice(0, 2)];
  const rejectedOnce = [...begun, read('m1'), ...graded('oplaeg', 'rejected', 2)];

  test.each(['returned', 'rejected'] as const)('is never %s without a reason', (type) => {
    const silent = { at: day(3), type, step: 'oplaeg', reason: ' ', feedback: ' ' } as FlowEvent;
    expect(refused(claimed, silent)).toEqual({ reason: 'words-missing' });
  });
  test('has no attempts left after the last rejection, but not before', () => {
    const states = [1, 2, 3].map((times) => {
      const rejections = Array.from({ length: times }, (_, n) => graded('oplaeg', 'rejected', n + 2)).flat();
      return at([...begun, read('m1'), ...rejections]).value.steps.oplaeg;
    });
    expect(states).toEqual(['rejected', 'rejected', 'exhausted']);
  });
  test('can be appealed once, until the fourteenth day is over in Copenhagen', () => {
    const lodge = (instant: string): FlowEvent => ({ at: instant, type: 'appeal-lodged', step: 'oplaeg' });
    expect(refused(rejectedOnce, lodge('2026-01-17T22:59:59.999Z'))).toBeUndefined();
    expect(refused(rejectedOnce, lodge('2026-01-17T23:00:00.000Z'))).toMatchObject({ reason: 'too-late' });
    const dismissed: FlowEvent[] = [
      ...rejectedOnce,
      lodge(day(3)),
      { at: day(4), type: 'appeal-assigned', step: 'oplaeg', assessor: 'anden', conflict: 'none' },
      { at: day(5), type: 'appeal-dismissed', step: 'oplaeg' },
    ];
    expect(refused(dismissed, lodge(day(6)))).toEqual({ reason: 'appeal-used' });
    // A new decision is a new case, but not for whoever heard the first.
    const anew = [...dismissed, ...graded('oplaeg', 'rejected', 7), lodge(day(8))];
    expect(at(anew).value.steps.oplaeg).toBe('lodged');
    const assign = (assessor: string): FlowEvent => ({
      at: day(9),
      type: 'appeal-assigned',
      step: 'oplaeg',
      assessor,
      conflict: 'none',
    });
    expect(refused(anew, assign('anden'))).toEqual({ reason: 'conflict', because: 'involved-before' });
    expect(refused(anew, assign('tredje'))).toBeUndefined();
  });
});

describe('an enrolment that fails, is appealed or is paused:', () => {
  const failed = [...toM2Test, ...[4, 6, 8].flatMap((n) => quiz('m2-test', 0.2, n))];
  const review: FlowEvent[] = [
    { at: day(9), type: 'appeal-lodged', step: 'm2-test' },
    { at: day(10), type: 'appeal-assigned', step: 'm2-test', assessor: 'anden', conflict: 'none' },
  ];

  test('the last attempt fails the enrolment, an appeal holds it, and one more attempt opens it again', () => {
    expect(at(failed).value.life).toBe('failed');
    expect(at([...failed, ...review]).value.life).toBe('appeal');
    const again = at([...failed, ...review, { at: day(11), type: 'appeal-upheld', step: 'm2-test', remedy: 'retry' }]);
    expect([again.value.life, again.value.steps['m2-test']]).toEqual(['active', 'ready']);
  });
  test('one more attempt that fails can be appealed too', () => {
    const upheld: FlowEvent = { at: day(11), type: 'appeal-upheld', step: 'm2-test', remedy: 'retry' };
    const again = [...failed, ...review, upheld, ...quiz('m2-test', 0.2, 12)];
    expect(at(again).value.life).toBe('failed');
    expect(refused(again, { at: day(13), type: 'appeal-lodged', step: 'm2-test' })).toBeUndefined();
  });
  test('an upheld appeal passes that step and no other', () => {
    const passed = at([...failed, ...review, { at: day(11), type: 'appeal-upheld', step: 'm2-test', remedy: 'pass' }]);
    expect([
      passed.value.life,
      passed.value.steps['m2-test'],
      passed.value.steps.m3,
      passed.value.steps['m3-test'],
    ]).toEqual(['active', 'done', 'unread', 'closed']);
  });
  test('a dismissed appeal of a rejected practical goes on with the attempts left', () => {
    const events: FlowEvent[] = [
      ...begun,
      read('m1'),
      ...graded('oplaeg', 'rejected', 2),
      { at: day(3), type: 'appeal-lodged', step: 'oplaeg' },
      { at: day(4), type: 'appeal-assigned', step: 'oplaeg', assessor: 'anden', conflict: 'none' },
      { at: day(5), type: 'appeal-dismissed', step: 'oplaeg' },
    ];
    expect(progressOf(course, events).steps[1]).toMatchObject({
      state: 'rejected',
      status: 'returned',
      attempts: { used: 1, of: 3 },
    });
  });
  test('leave keeps the state of every step, even within three parallel strands', () => {
    const middle = [
      ...toM2Test,
      ...quiz('m2-test', 1, 4),
      read('m3', 5),
      { at: day(5), type: 'quiz-started', step: 'm3-test' } as FlowEvent,
      read('m5', 5),
    ];
    const back = at([...middle, { at: day(6), type: 'suspended', reason: 'Orlov' }, { at: day(60), type: 'resumed' }]);
    expect(back.value).toEqual(at(middle).value);
  });
  test('a failure is closed after its appeal window, or earlier if the adviser waives the appeal', () => {
    const close = (at: string, waived?: boolean): FlowEvent => ({
      at,
      type: 'failure-closed',
      ...(waived && { waived }),
    });
    const until = '2026-01-23T22:59:59.999Z';
    expect(refused(failed, close(until))).toEqual({ reason: 'too-early', until });
    expect(refused(failed, close('2026-01-23T23:00:00.000Z'))).toBeUndefined();
    expect(refused(failed, close(day(9), true))).toBeUndefined();
    const dismissed: FlowEvent[] = [...failed, ...review, { at: day(11), type: 'appeal-dismissed', step: 'm2-test' }];
    expect(at(dismissed).value.life).toBe('failed');
    expect(refused(dismissed, close(day(11)))).toBeUndefined();
  });
  test('a technical fault uses no attempt', () => {
    const events: FlowEvent[] = [
      ...toM2Test,
      { at: day(4), type: 'quiz-started', step: 'm2-test' },
      { at: day(4), type: 'quiz-faulted', step: 'm2-test', reason: 'Siden gik ned.' },
    ];
    expect(at(events).context.steps['m2-test']!.attempts).toBe(0);
  });
});

describe('a course day', () => {
  const toTheDay = [
    ...toM2Test,
    ...quiz('m2-test', 1, 4),
    ...['m3', 'm4', 'm5'].flatMap((m) => [read(m, 5), ...quiz(`${m}-test`, 1, 6)]),
    read('dybde-moms', 7),
  ];
  const that = (type: 'absent' | 'excused' | 'attended', n: number): FlowEvent => ({
    at: day(n),
    type,
    step: 'kursusdag',
  });
  const dayIn = (events: FlowEvent[]) => progressOf(course, events).steps.find(({ id }) => id === 'kursusdag')!;

  test('that was missed without an excuse is still required, and the leader sees how often', () => {
    const missed = [...toTheDay, that('absent', 8), that('absent', 15)];
    expect(dayIn(missed)).toMatchObject({ state: 'pending', status: 'now', facts: { absences: 2 } });
    expect(progressOf(course, missed)).toMatchObject({
      next: { step: 'kursusdag', action: 'attend' },
      projection: { state: 'active', step: 'kursusdag' },
    });
    expect(dayIn([...missed, that('attended', 22)])).toMatchObject({ state: 'done', facts: { absences: 2 } });
  });
  test('that was missed again after an excuse keeps its make-up day', () =>
    expect(dayIn([...toTheDay, that('excused', 8), that('absent', 15)])).toMatchObject({
      state: 'make-up',
      facts: { absences: 1 },
    }));
  test('is done on the make-up day after an excuse', () =>
    expect(dayIn([...toTheDay, that('excused', 8), that('attended', 15)])).toMatchObject({ state: 'done' }));
  test('cannot be noted as missed once it is done', () =>
    expect(refused([...toTheDay, that('attended', 8)], that('absent', 9))).toEqual({ reason: 'already-done' }));
});

describe('a course day with wrong attendance', () => {
  const toTheDay = [
    ...toM2Test,
    ...quiz('m2-test', 1, 4),
    ...['m3', 'm4', 'm5'].flatMap((m) => [read(m, 5), ...quiz(`${m}-test`, 1, 6)]),
    read('dybde-moms', 7),
  ];
  type Noted = 'absent' | 'excused' | 'attended';
  const that = (type: Noted, n: number): FlowEvent => ({ at: day(n), type, step: 'kursusdag' });
  const corrected = (was: Noted, now: Noted, n: number, reason = 'Forkert linje'): FlowEvent => ({
    at: day(n),
    type: 'attendance-corrected',
    step: 'kursusdag',
    was,
    now,
    reason,
  });
  const met = [...toTheDay, that('attended', 8)];
  const statesOf = (events: FlowEvent[]) => {
    const { kursusdag, sagen, m6 } = at(events).value.steps;
    return [kursusdag, sagen, m6];
  };

  test.each<[string, FlowEvent[]]>([
    ['nobody was there', [that('attended', 8), corrected('attended', 'absent', 9)]],
    ['an excuse came', [that('attended', 8), corrected('attended', 'excused', 9)]],
    ['they were there after all', [that('absent', 8), corrected('absent', 'attended', 9)]],
    ['the excuse was for somebody else', [that('excused', 8), corrected('excused', 'absent', 9)]],
    ['the excuse came in time', [that('absent', 8), corrected('absent', 'excused', 9)]],
    ['one of two absences was an excuse', [that('absent', 7), that('absent', 8), corrected('absent', 'excused', 9)]],
    ['the make-up day was missed', [that('excused', 7), that('attended', 8), corrected('attended', 'absent', 9)]],
    ['corrected twice', [that('attended', 8), corrected('attended', 'excused', 9), corrected('excused', 'absent', 9)]],
  ])('is corrected to the state that the right note would have led to: %s', (_, events) => {
    const last = events.at(-1) as Extract<FlowEvent, { type: 'attendance-corrected' }>;
    const truth = [...events.filter(({ type }) => type !== 'attendance-corrected').slice(0, -1), that(last.now, 8)];
    const [right, mended] = [at([...toTheDay, ...truth]), at([...toTheDay, ...events])];
    expect(mended.value).toEqual(right.value);
    expect(mended.context.outcomes.kursusdag).toEqual(right.context.outcomes.kursusdag);
    expect(mended.context.steps.kursusdag?.absences ?? 0).toBe(right.context.steps.kursusdag?.absences ?? 0);
  });
  test('closes again the steps it had opened, if they have not begun, and can open them later', () => {
    expect(statesOf(met)).toEqual(['done', 'draft', 'closed']);
    const undone = [...met, corrected('attended', 'absent', 9)];
    expect(statesOf(undone)).toEqual(['pending', 'closed', 'closed']);
    expect(progressOf(course, undone)).toMatchObject({ next: { step: 'kursusdag', action: 'attend' } });
    expect(statesOf([...undone, that('attended', 15)])).toEqual(['done', 'draft', 'closed']);
  });
  test('leaves handed-in work with its leader, and opens no later step before the day is done', () => {
    const handedIn: FlowEvent[] = [...met, { at: day(9), type: 'handed-in', step: 'sagen' }];
    const undone = [...handedIn, corrected('attended', 'absent', 10)];
    expect(statesOf(undone)).toEqual(['pending', 'submitted', 'closed']);
    const accepted: FlowEvent[] = [...undone, ...graded('sagen', 'accepted', 11).slice(1)];
    expect(statesOf(accepted)).toEqual(['pending', 'done', 'closed']);
    expect(statesOf([...accepted, that('attended', 15)])).toEqual(['done', 'done', 'unread']);
  });
  test.each<[string, FlowEvent[], FlowEvent, object]>([
    ['without words', met, corrected('attended', 'absent', 9, ' '), { reason: 'words-missing' }],
    ['of what was never noted', met, corrected('absent', 'attended', 9), { reason: 'not-noted' }],
    ['that changes nothing', met, corrected('attended', 'attended', 9), { reason: 'not-noted' }],
    [
      'of an absence that was none',
      [...toTheDay, that('excused', 8)],
      corrected('absent', 'attended', 9),
      { reason: 'not-noted' },
    ],
    [
      'while on leave',
      [...met, { at: day(9), type: 'suspended', reason: 'Orlov' }],
      corrected('attended', 'absent', 9),
      { reason: 'enrolment', state: 'suspended' },
    ],
    [
      'once everything is passed',
      [...met, ...graded('sagen', 'accepted', 9), read('m6', 10), ...quiz('slutproeve', 1, 11)],
      corrected('attended', 'absent', 12),
      { reason: 'enrolment', state: 'assessed' },
    ],
  ])('cannot be corrected %s', (_, events, event, reason) => expect(refused(events, event)).toEqual(reason));
  test('cannot be corrected if other steps were not chosen because of it', () => {
    const steps = course.steps.filter(({ id }) => ['m1', 'kursusdag', 'm6'].includes(id));
    const [m1, kursusdag, m6] = ['m1', 'kursusdag', 'm6'].map((id) => ({ is: 'step' as const, id }));
    const choice = {
      ...course,
      steps,
      flow: { is: 'in-order' as const, of: [{ is: 'choose' as const, n: 1, of: [kursusdag!, m1!] }, m6!] },
    };
    const events = [...begun, that('attended', 1)];
    expect(can(machineOf(choice), replay(choice, events), corrected('attended', 'absent', 2))).toEqual({
      reason: 'choice-made',
    });
  });
});

describe('on any course', () => {
  const doneIn = ({ value }: CourseSnapshot) =>
    Object.entries(value.steps)
      .filter(([, state]) => state === 'done')
      .map(([id]) => id);

  test('nobody is certified without meeting the requirements, and no step is done that was not earned', () => {
    let certified = 0;
    fc.assert(
      fc.property(anyCourse(), choices(), (random, picks) => {
        const sets = sufficientSets(random.flow);
        walk(random, picks, (before, event, next) => {
          for (const id of doneIn(next).filter((each) => !doneIn(before).includes(each))) {
            expect(
              'step' in event && event.step === id && earns(random.steps.find((step) => step.id === id)!, event),
            ).toBe(true);
          }
          // Only a note about a course day is ever taken back, and then that day alone.
          const undone = event.type === 'attendance-corrected' ? [event.step] : [];
          expect([...doneIn(next), ...undone]).toEqual(expect.arrayContaining(doneIn(before)));
          if (next.value.life === 'certified') certified++;
          if (['assessed', 'withheld', 'certified'].includes(next.value.life))
            expect(sets.some((set) => [...set].every((id) => next.value.steps[id] === 'done'))).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
    expect(certified).toBeGreaterThan(30);
  });

  test('an adviser who was absent at times ends where they would have without those notes', () => {
    let absences = 0;
    fc.assert(
      fc.property(anyCourse(), choices(), (random, picks) => {
        const missed: FlowEvent[] = [];
        const history = walk(
          random,
          picks,
          (before, event, next) => {
            for (const { id, kind } of random.steps) {
              const absent: FlowEvent = { at: before.context.at, type: 'absent', step: id };
              if (kind === 'day' && !can(machineOf(random), before, absent)) missed.push(absent);
            }
            if (next !== before) missed.push(event);
          },
          'attendance-corrected',
        ); // A correction of an absence says nothing in a history without it.
        absences += missed.filter(({ type }) => type === 'absent').length;
        const [often, never] = [missed, history.filter(({ type }) => type !== 'absent')].map((each) =>
          replay(random, each),
        );
        expect(often!.value).toEqual(never!.value);
        expect(often!.context.outcomes).toEqual(never!.context.outcomes);
      }),
      { numRuns: 200 },
    );
    expect(absences).toBeGreaterThan(20);
  });

  test('an allowed event changes something, and a refused one nothing', () => {
    fc.assert(
      fc.property(anyCourse(), choices(), (random, picks) => {
        walk(random, picks, (before, event, next) => {
          const refusal = can(machineOf(random), before, event);
          expect(next.context === before.context).toBe(refusal !== undefined);
          if (refusal) expect(next.value).toEqual(before.value);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('the charts and the flow agree on which steps are open and on the state of the enrolment', () => {
    fc.assert(
      fc.property(anyCourse(), choices(), (random, picks) => {
        walk(random, picks, (_, __, { value, context }) => {
          for (const id of openSteps(random.flow, context.outcomes))
            expect(['closed', 'not-chosen', 'done']).not.toContain(value.steps[id]);
          expect(context.verdict === 'done').toBe(
            isDone(random.flow, Object.fromEntries(doneIn({ value } as CourseSnapshot).map((id) => [id, 'done']))),
          );
          if (value.life === 'active') expect(context.verdict).toBe('open');
          if (value.life === 'failed') expect(context.verdict).toBe('dead');
          if (value.life === 'appeal') expect(context.verdict).toBe('appealed');
        });
      }),
      { numRuns: 200 },
    );
  });

  test('applying an event to a kept snapshot equals replaying the whole history', () => {
    fc.assert(
      fc.property(anyCourse(), choices(), fc.nat(), (random, picks, cut) => {
        const history = walk(random, picks);
        const middle = cut % (history.length + 1);
        const whole = replay(random, history);
        const step = replay(random, history.slice(middle), replay(random, history.slice(0, middle)));
        expect([step.value, step.context]).toEqual([whole.value, whole.context]);
        expect(progressIn(random, step)).toEqual(progressOf(random, history));
      }),
      { numRuns: 200 },
    );
  });

  test('running the regions one by one equals one parallel XState machine', () => {
    fc.assert(
      fc.property(anyCourse(5), choices(40), (random, picks) => {
        const history = walk(random, picks);
        const one = asOneMachine(random);
        const whole = history.reduce(
          (snapshot, event) => transition(one, snapshot, chartEventOf(event))[0],
          initialTransition(one)[0],
        );
        const { value, context } = replay(random, history);
        expect([whole.value, whole.context]).toEqual([value, context]);
      }),
      { numRuns: 200 },
    );
  });

  test('an active adviser has something to do or waits for a leader', () => {
    fc.assert(
      fc.property(anyCourse(), choices(), (random, picks) => {
        const progress = progressOf(random, walk(random, picks));
        if (progress.projection.state !== 'active') return;
        expect(progress.next ?? progress.steps.find(({ status }) => status === 'waiting')).toBeDefined();
        for (const { status, because } of progress.steps) if (status === 'closed') expect(because).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
