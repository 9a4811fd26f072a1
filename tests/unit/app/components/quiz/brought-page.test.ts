import { afterEach, expect, test, vi } from 'vitest';
import { broughtOrLoaded, goToBrought, keepBrought } from '#app/components/quiz/brought-page.ts';

const asked = (path: string) => new Request(`http://vejlederbevis.test${path}`);
const fromServer = async () => ({ from: 'server', now: '2026-11-30T09:00:00.000Z' });
afterEach(() => void vi.useRealTimers());

test('a page that was brought is shown once, and by its address alone', async () => {
  keepBrought({ to: '/q/2', page: { from: 'answer' } });
  expect(await broughtOrLoaded(asked('/q/2'), fromServer)).toEqual({ from: 'answer' });
  expect(await broughtOrLoaded(asked('/q/2'), fromServer)).toEqual(await fromServer());
});

test('going elsewhere drops the page that was brought, because what it says may be out of date later', async () => {
  keepBrought({ to: '/q/2', page: { from: 'answer' } });
  expect(await broughtOrLoaded(asked('/q/7'), fromServer)).toEqual(await fromServer());
  expect(await broughtOrLoaded(asked('/q/2'), fromServer)).toEqual(await fromServer());
});

test('the clock of a page goes on while it waits, so that the time left is right', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  keepBrought({ to: '/q/2', page: { now: '2026-11-30T09:00:00.000Z' } });
  vi.advanceTimersByTime(90_000);
  expect(await broughtOrLoaded(asked('/q/2'), fromServer)).toEqual({ now: '2026-11-30T09:01:30.000Z' });
});

test('a form goes to the page it was answered with, and shows any other answer', async () => {
  const answer = await goToBrought(async () => ({ brought: { to: '/result', page: { right: 8 } } }));
  expect((answer as unknown as Response).headers.get('location')).toBe('/result');
  expect(await broughtOrLoaded<object>(asked('/result'), fromServer)).toEqual({ right: 8 });
  expect(await goToBrought(async () => ({ error: 'Nej.' }))).toEqual({ error: 'Nej.' });
});
