import { expect, test } from 'vitest';
import { askedIn } from '#app/use-cases/readiness/forecast/asked-in.ts';

const today = { ok: true, asOf: '2026-11-30', today: '2026-11-30' };
const asked = (search: string, day = today) => askedIn(new URLSearchParams(search), day);

test('an empty address asks for 80 municipalities on the first of the month in half a year', () => {
  expect(asked('').input).toEqual({ asOf: '2026-11-30', by: '2027-05-01', target: 80, seed: '20261130' });
});

test('everything that is tried is read, with 16 seats on a hold unless another number is chosen', () => {
  expect(asked('holds=2&through=0.9&renews=0.7&people=25000&contact=tjeneste-0657').input.whatIf).toEqual({
    ...{ seats: 32, through: 0.9, renews: 0.7, peoplePerAdviser: 25_000, lostContact: 'tjeneste-0657' },
  });
  expect(asked('holds=2&seats=8').input.whatIf).toEqual({ seats: 16 });
});

test('seats alone, words and shares of more than all try nothing', () => {
  expect(asked('seats=8&through=2&renews=x&people=-1').input.whatIf).toBeUndefined();
});

test.each([
  ['by=2027-02-30', 'not-a-day'],
  ['target=0', 'target'],
  ['target=99', 'target'],
  ['target=ti', 'target'],
])('the address %s is wrong: %s', (search, wrong) => {
  expect(asked(search).wrong).toBe(wrong);
});

test('a coming day of the other pages becomes the day by which places should be ready', () => {
  const { input, ahead, carried } = asked('', { ...today, asOf: '2027-10-01' });
  expect([input.asOf, input.by, ahead, carried]).toEqual(['2026-11-30', '2027-10-01', true, '2027-10-01']);
});

test('the form carries nothing of today, and the link to the test keeps what was tried', () => {
  expect(asked('holds=2&test=1')).toMatchObject({ kept: { holds: '2' }, carried: undefined, test: true });
});

test('the day and the target of the rollout are asked for where they are set and within reach', () => {
  const inputOf = (search: string, rollout: { day: string; target: number | null }) => {
    const { by, target } = askedIn(new URLSearchParams(search), today, rollout).input;
    return [by, target];
  };
  expect(inputOf('', { day: '2027-10-01', target: 70 })).toEqual(['2027-10-01', 70]);
  expect(inputOf('by=2027-03-01&target=12', { day: '2027-10-01', target: 70 })).toEqual(['2027-03-01', 12]);
  expect(inputOf('', { day: '2029-10-01', target: null })).toEqual(['2027-05-01', 80]);
  expect(inputOf('', { day: '2026-11-30', target: null })).toEqual(['2027-05-01', 80]);
});
