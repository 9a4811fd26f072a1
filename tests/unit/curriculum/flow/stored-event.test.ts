import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStoredEvent, payloadOf } from '#curriculum/flow/stored-event.ts';
import { anyCourse } from './courses.ts';
import { choices, walk } from './walk.ts';

test('what a course can live through is read back as it was written', () => {
  fc.assert(
    fc.property(anyCourse(4), choices(), (course, chosen) => {
      for (const event of walk(course, chosen)) {
        const row = { type: event.type, at: event.at, payload: payloadOf(event) };
        expect(parseStoredEvent(row)).toEqual({ ok: true, event });
      }
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['an unknown type', { type: 'promoted', payload: '{}', at: '2026-01-01T08:00:00.000Z' }],
  [
    'a score above the top',
    { type: 'quiz-scored', payload: '{"step":"m2-test","score":1.2}', at: '2026-01-01T08:00:00.000Z' },
  ],
  [
    'a return without words',
    { type: 'returned', payload: '{"step":"oplaeg","feedback":""}', at: '2026-01-01T08:00:00.000Z' },
  ],
  ['a field nobody knows', { type: 'lesson-read', payload: '{"step":"m1","by":"x"}', at: '2026-01-01T08:00:00.000Z' }],
  ['a broken payload', { type: 'started', payload: '{', at: '2026-01-01T08:00:00.000Z' }],
  ['no instant', { type: 'started', payload: '{}', at: '2026-01-01' }],
])('%s is not an event', (_, row) => expect(parseStoredEvent(row).ok).toBe(false));
