import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSender } from '#app/components/base/sender.ts';
import { atTheEnd } from '#app/components/quiz/at-the-end.ts';
import { isInTime } from '#curriculum/quiz/in-time.ts';

const began = '2026-11-24T09:00:00.000Z';
const dueAt = '2026-11-24T09:01:00.000Z';
const at = (instant: string, ms: number) => Date.parse(instant) + ms;
const underWay = 800;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse(began) }));
afterEach(() => void vi.useRealTimers());

/** A page where one key follows the other, and a server that gets each answer a while after it was sent. */
function typing(pause: number, longest: number) {
  let typed: string | undefined;
  const came: { text: string; at: number }[] = [];
  const sender = makeSender(() => ({
    pause,
    longest,
    retryAfter: 4_000,
    async sendNext() {
      if (typed === undefined) return 'nothing';
      const text = typed;
      await new Promise((done) => setTimeout(done, underWay));
      came.push({ text, at: Date.now() });
      if (typed === text) typed = undefined;
      return 'gone';
    },
  }));
  const type = (text: string) => {
    typed = text;
    sender.sendSoon();
  };
  return { sender, type, came };
}

async function keys(type: (text: string) => void, from: number, until: number, each: number) {
  await vi.advanceTimersByTimeAsync(from - Date.now());
  let text = '';
  while (Date.now() <= until) {
    text += 'x';
    type(text);
    await vi.advanceTimersByTimeAsync(each);
  }
  return text;
}

test('somebody who types without a rest is sent at least every few seconds', async () => {
  const { type, came } = typing(600, 2_000);
  await keys(type, at(began, 1_000), at(began, 21_000), 350);
  expect(came.length).toBeGreaterThan(5);
  const waits = came.map((each, n) => each.at - (came[n - 1]?.at ?? at(began, 1_000)));
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000 + underWay + 350);
});

test('what was typed until the very end comes in time, and nothing that is typed after it is sent', async () => {
  const { sender, type, came } = typing(600, 2_000);
  let isOver = false;
  atTheEnd({ dueAt, now: began }, { send: () => void sender.send(), over: () => (isOver = true) });
  let lastBefore = '';
  await keys(
    (text) => {
      if (isOver) return;
      lastBefore = text;
      type(text);
    },
    at(dueAt, -9_000),
    at(dueAt, 2_000),
    350,
  );
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lastBefore.length).toBe(26);
  expect(came.at(-1)!.text).toBe(lastBefore);
  expect(isInTime(dueAt, new Date(came.at(-1)!.at).toISOString())).toBe(true);
});

test('a slow answer never overtakes a later one, and one that did not get through is sent again', async () => {
  const came: number[] = [];
  let waiting = [1, 2, 3];
  let fails = 2;
  const sender = makeSender(() => ({
    pause: 0,
    longest: 0,
    retryAfter: 4_000,
    async sendNext() {
      const [next] = waiting;
      if (!next) return 'nothing';
      await new Promise((done) => setTimeout(done, 1_000 / next));
      if (fails-- > 0) return 'not-through';
      came.push(next);
      waiting = waiting.filter((each) => each !== next);
      return 'gone';
    },
  }));
  void sender.send();
  void sender.send();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(came).toEqual([1, 2, 3]);
});

test('an end that is taken back, or that is more than three weeks away, is not called', async () => {
  const called = vi.fn();
  atTheEnd({ dueAt, now: began }, { send: called, over: called })();
  atTheEnd({ dueAt: '2027-11-24T09:00:00.000Z', now: began }, { send: called, over: called });
  atTheEnd({ dueAt: null, now: began }, { send: called, over: called });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(called).not.toHaveBeenCalled();
});
