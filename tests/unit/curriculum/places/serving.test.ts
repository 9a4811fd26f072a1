import { expect, test } from 'vitest';
import { servingOn, servingTimeline, whyNotServe } from '#curriculum/places/serving.ts';

const versions = [
  { seq: 1, from: '2007-01-01', serviceId: 'fanoe' },
  { seq: 2, from: '2027-01-01', serviceId: 'esbjerg' },
];

test('a municipality is served by one service on a day, also before the first that is known', () => {
  const timeline = servingTimeline(versions);
  expect(['1999-01-01', '2026-12-31', '2027-01-01'].map((day) => servingOn(timeline, day)!.serviceId)).toEqual([
    'fanoe',
    'fanoe',
    'esbjerg',
  ]);
});

test('what was said last about a day counts, so a change that is taken back is none', () => {
  expect(servingTimeline([...versions, { seq: 3, from: '2027-01-01', serviceId: 'fanoe' }])).toEqual([
    { from: '2007-01-01', serviceId: 'fanoe' },
  ]);
});

test('nobody serves before the first, across a later plan, or twice', () => {
  const timeline = servingTimeline(versions);
  const why = (serviceId: string, from: string) => whyNotServe(timeline, { serviceId, from });
  expect(why('esbjerg', '2007-01-01')).toBe('before-first');
  expect(why('varde', '2026-06-01')).toBe('later-planned');
  expect(why('varde', '2027-01-01')).toBe('later-planned');
  expect(why('esbjerg', '2027-02-01')).toBe('serves-already');
  expect(why('varde', '2027-02-01')).toBeUndefined();
});
