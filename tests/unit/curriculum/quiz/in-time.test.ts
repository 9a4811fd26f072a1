import { expect, test } from 'vitest';
import { deadlinesOver, isInTime } from '#curriculum/quiz/in-time.ts';

const end = '2026-11-24T09:15:00.000Z';

test('an answer has five seconds for the way after the end, and no more', () => {
  expect(isInTime(end, end)).toBe(true);
  expect(isInTime(end, '2026-11-24T09:15:05.000Z')).toBe(true);
  expect(isInTime(end, '2026-11-24T09:15:05.001Z')).toBe(false);
  expect(isInTime(null, '2030-01-01T00:00:00.000Z')).toBe(true);
});

test('the clock scores an attempt when no answer can come in time any more', () => {
  for (const now of ['2026-11-24T09:15:04.999Z', '2026-11-24T09:15:05.000Z', '2026-11-24T09:15:05.001Z'])
    expect(end < deadlinesOver(now)).toBe(!isInTime(end, now));
});
