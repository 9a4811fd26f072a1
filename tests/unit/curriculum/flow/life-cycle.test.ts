import { describe, expect, test } from 'vitest';
import { can } from '#curriculum/flow/can.ts';
import type { Course, Step } from '#curriculum/flow/course.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { asksForSeat, ends, isOver } from '#curriculum/flow/life-cycle.ts';
import { machineOf, replay } from '#curriculum/flow/progress.ts';

const title = { da: 'Trin', en: 'Step' };
const quiz = (id: string): Step => ({
  id,
  kind: 'quiz',
  title,
  blueprint: [{ bank: 'b', draw: 4 }],
  passMark: 0.8,
  attempts: 1,
  delay: 0,
});
const course: Course = {
  id: 'kursus',
  edition: '2026.1',
  title,
  validity: { months: 24 },
  appealWindow: { days: 14 },
  steps: [quiz('en'), quiz('to')],
  flow: {
    is: 'all',
    of: [
      { is: 'step', id: 'en' },
      { is: 'step', id: 'to' },
    ],
  },
};
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const reason = 'Aftalt på telefon';
const life = (type: string, n = 1, more: object = {}) => ({ at: day(n), type, ...more }) as FlowEvent;
const score = (step: string, score: number, n = 2): FlowEvent[] => [
  { at: day(n), type: 'quiz-started', step },
  { at: day(n), type: 'quiz-scored', step, score },
];
const lifeAfter = (events: FlowEvent[]) => replay(course, events).value.life;
const refused = (events: FlowEvent[], event: FlowEvent) => can(machineOf(course), replay(course, events), event);

const enrolled = [life('approved')];
const active = [...enrolled, life('started')];
const suspended = [...active, life('suspended', 1, { reason })];
const failed = [...active, ...score('en', 0)];
const appeal: FlowEvent[] = [...failed, { at: day(3), type: 'appeal-lodged', step: 'en' }];
const assessed = [...active, ...score('en', 1), ...score('to', 1)];
const withheld = [...assessed, life('withheld', 2, { reason })];

/** A way into every state that is not an end, and where each event leads from there. */
const ways: Record<string, { by: FlowEvent[]; leads: Record<string, string> }> = {
  requested: {
    by: [],
    leads: { approved: 'enrolled', declined: 'declined', waitlisted: 'waitlisted', withdrawn: 'withdrawn' },
  },
  waitlisted: {
    by: [life('waitlisted')],
    leads: { 'seat-given': 'enrolled', 'hold-closed': 'declined', withdrawn: 'withdrawn' },
  },
  enrolled: { by: enrolled, leads: { started: 'active', 'no-show': 'lapsed', withdrawn: 'withdrawn' } },
  active: { by: active, leads: { suspended: 'suspended', 'deadline-passed': 'lapsed', withdrawn: 'withdrawn' } },
  suspended: { by: suspended, leads: { resumed: 'active', 'deadline-passed': 'lapsed', withdrawn: 'withdrawn' } },
  failed: { by: failed, leads: { 'failure-closed': 'closed-failed', withdrawn: 'withdrawn' } },
  appeal: { by: appeal, leads: { withdrawn: 'withdrawn' } },
  assessed: { by: assessed, leads: { issued: 'certified', withheld: 'withheld', withdrawn: 'withdrawn' } },
  withheld: { by: withheld, leads: { cleared: 'assessed', annulled: 'annulled', withdrawn: 'withdrawn' } },
};
const events = [...new Set(Object.values(ways).flatMap(({ leads }) => Object.keys(leads)))];
const withWords = ['suspended', 'withheld', 'annulled'];

describe.each(Object.entries(ways))('an enrolment that is %s', (state, { by, leads }) => {
  test.each(events)('accepts %s only if the chart has it there', (type) => {
    expect(lifeAfter(by)).toBe(state);
    const event = life(type, 31, { ...(withWords.includes(type) && { reason }) });
    const next = leads[type];
    if (next === undefined) expect(refused(by, event)).toMatchObject({ reason: 'not-now', state });
    else expect([refused(by, event), lifeAfter([...by, event])]).toEqual([undefined, next]);
  });
});

test.each([
  ['suspended', active],
  ['withheld', assessed],
  ['annulled', withheld],
])('nobody is %s without a reason', (type, by) => {
  for (const silent of [{}, { reason: '' }, { reason: ' \n' }])
    expect(refused(by, life(type, 31, silent))).toEqual({ reason: 'words-missing' });
});

test('nothing happens after the end', () => {
  const over = [
    [...assessed, life('issued', 2)],
    [life('declined')],
    [...active, life('withdrawn')],
    [...active, life('deadline-passed')],
    [...failed, life('failure-closed', 31)],
    [...withheld, life('annulled', 2, { reason })],
  ];
  // Whoever takes a course that certifies nobody ends as attended: attended.test.ts.
  expect(new Set([...over.map(lifeAfter), 'attended'])).toEqual(ends);
  for (const by of over) {
    expect(isOver(lifeAfter(by))).toBe(true);
    for (const type of events) expect(refused(by, life(type, 31, { reason }))).toMatchObject({ reason: 'not-now' });
  }
  for (const state of Object.keys(ways)) expect(isOver(state)).toBe(false);
});

const either: Course = {
  ...course,
  flow: { is: 'choose', n: 1, of: course.steps.map(({ id }) => ({ is: 'step', id })) },
};

test('a step without attempts left says so while the rest of the course continues', () => {
  const once = replay(either, failed);
  expect(once.value).toEqual({ life: 'active', steps: { en: 'exhausted', to: 'ready' } });
  const start = (step: string) => can(machineOf(either), once, { at: day(3), type: 'quiz-started', step });
  expect([start('en'), start('to')]).toEqual([{ reason: 'no-attempts-left' }, undefined]);
});

test('a failure by two steps stays open until the appeal window of the later one is over', () => {
  const both = replay(either, [...active, ...score('en', 0, 2), ...score('to', 0, 9)]);
  expect(both.value.life).toBe('failed');
  const close = (at: string) => can(machineOf(either), both, { at, type: 'failure-closed' });
  // Fourteen days after the ninth, to midnight in Copenhagen.
  expect(close('2026-01-23T22:59:59.999Z')).toEqual({ reason: 'too-early', until: '2026-01-23T22:59:59.999Z' });
  expect(close('2026-01-23T23:00:00.000Z')).toBeUndefined();
});

test('an enrolment asks for a seat exactly as long as it can still be given or refused one', () => {
  const answers = ['approved', 'seat-given', 'declined', 'hold-closed'];
  for (const [state, { leads }] of Object.entries(ways))
    expect(asksForSeat(state), state).toBe(answers.some((each) => each in leads));
  for (const state of ends) expect(asksForSeat(state), state).toBe(false);
});
