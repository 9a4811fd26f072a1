import { expect, test } from 'vitest';
import { shortAnswers } from '#app/use-cases/readiness/monday/short-answers.ts';

const country = {
  ...{ key: '', name: '', sessions: 100 },
  inhabitants: { value: 1000, source: 'x', year: '2021' },
  perInhabitants: { per1000: 0.05, why: null },
  firms: { value: null, source: null, year: null },
  perFirms: { per1000: null, why: 'no-figure' },
} as const;
const figures = {
  sessions: 100,
  distances: [
    { key: 'over-15', sessions: 9 },
    { key: '', sessions: 20 },
  ],
  channels: [
    { key: '', sessions: 60 },
    { key: 'posters', sessions: 15 },
    { key: 'partner', sessions: 25 },
  ],
  trouble: {
    rows: [
      { key: 'other', counts: {}, total: 50 },
      { key: 'tastselv', counts: {}, total: 12 },
    ],
    columns: {},
    total: 70,
  },
  country,
  points: [],
};

test('the short answers count those whose distance is noted, name the first channel and the worst solution', () => {
  expect(shortAnswers(figures)).toEqual({
    ...{ farPercent: 11, points: 0, pointsWithout: 0, channel: 'partner' },
    ...{ perInhabitants: country.perInhabitants, perFirms: country.perFirms },
    trouble: { solution: 'tastselv', count: 12, of: 70 },
  });
});

test('what is hidden or not noted is unknown, and two channels with as many are no first', () => {
  const few = {
    ...figures,
    distances: [
      { key: 'over-15', sessions: null },
      { key: '', sessions: 20 },
    ],
    channels: figures.channels.map((each) => ({ ...each, sessions: 20 })),
    trouble: { ...figures.trouble, rows: [{ key: 'tastselv', counts: {}, total: null }] },
  };
  expect(shortAnswers(few)).toMatchObject({ farPercent: null, channel: null, trouble: null });
  const nothing = { ...figures, sessions: 20 };
  expect(shortAnswers(nothing)).toMatchObject({ farPercent: null });
});
