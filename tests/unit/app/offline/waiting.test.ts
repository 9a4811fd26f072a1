import { describe, expect, test } from 'vitest';
import {
  addWaiting,
  nextToSend,
  onTheDay,
  sentAs,
  startsTest,
  type Waiting,
  waitingKindOf,
} from '#app/offline/waiting.ts';

const lesson = '/enrolments/e1/steps/m1';
const kindOf = (path: string, fields: string) => waitingKindOf(path, new URLSearchParams(fields));
const item = (more: Partial<Waiting>): Waiting => ({
  id: 'a',
  kind: 'exercise',
  to: lesson,
  body: 'exercise=x&answer=1',
  title: 'M1',
  at: '2026-11-30T09:00:00Z',
  ...more,
});

describe('a form without a network', () => {
  test('waits if it is a try, a read lesson, an answer in practice or a note of guidance', () => {
    expect(kindOf(lesson, 'intent=try&exercise=x')).toBe('exercise');
    expect(kindOf(lesson, 'intent=read')).toBe('read');
    expect(kindOf('/practice/ask', 'question=q1&answer=0')).toBe('practice');
    expect(kindOf('/guidance', 'about=vat')).toBe('guidance');
  });

  test('does not wait if it starts a test, hands in, moves an answer or takes a note back', () => {
    expect(startsTest(lesson, new URLSearchParams('intent=start-quiz'))).toBe(true);
    expect(startsTest(lesson, new URLSearchParams('intent=read'))).toBe(false);
    for (const [path, fields] of [
      [lesson, 'intent=start-quiz'],
      [lesson, 'intent=hand-in'],
      [`${lesson}/questions/1`, 'intent=try'],
      ['/practice/ask', 'question=q1&move=2-up'],
      ['/guidance', 'undo=1'],
      ['/profile', 'name=x'],
    ] as const)
      expect(kindOf(path, fields), `${path} ${fields}`).toBeUndefined();
  });
});

describe('what waits', () => {
  test('keeps its order, and a later answer to the same thing takes the place of the one before', () => {
    const other = item({ id: 'b', body: 'exercise=y&answer=1' });
    const again = item({ id: 'c', body: 'exercise=x&answer=2' });
    expect(addWaiting([item({}), other], again).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('has each note of guidance by itself, also two that say the same', () => {
    const note = item({ kind: 'guidance', to: '/guidance', body: 'about=vat' });
    expect(addWaiting([note], { ...note, id: 'b' })).toHaveLength(2);
  });

  test('is sent oldest first, without what the server refused', () => {
    expect(nextToSend([item({ refused: 409 }), item({ id: 'b' })])?.id).toBe('b');
    expect(nextToSend([item({ refused: 409 })])).toBeUndefined();
  });

  test('is done when the server led on, refused when it said no, and waits on when it could not answer', () => {
    expect(sentAs(0, true)).toBe('done');
    expect(sentAs(200, false)).toBe('done');
    expect(sentAs(401, false)).toBe('signed-out');
    expect([400, 404, 409].map((status) => sentAs(status, false))).toEqual(['refused', 'refused', 'refused']);
    expect([429, 500, 503].map((status) => sentAs(status, false))).toEqual(['later', 'later', 'later']);
  });
});

describe('a note on a page that was kept yesterday', () => {
  const kept = { kept: '2026-11-29', today: '2026-11-30' };
  const dayIn = (body: string) => {
    const fields = new URLSearchParams(onTheDay(body, kept));
    return ['year', 'month', 'day'].map((part) => fields.get(`on-day.${part}`)).join('-');
  };

  test('is of today if nobody changed the day', () => {
    expect(dayIn('about=vat&on-day.day=29&on-day.month=11&on-day.year=2026')).toBe('2026-11-30');
  });

  test('stays on the day that somebody wrote', () => {
    expect(dayIn('about=vat&on-day.day=27&on-day.month=11&on-day.year=2026')).toBe('2026-11-27');
  });
});
