import { expect, test } from 'vitest';
import { filterReport } from '#app/use-cases/readiness/filter-report.ts';
import { isClose } from '#app/use-cases/readiness/is-close.ts';
import type { ReportRow } from '#app/use-cases/readiness/readiness-report.server.ts';
import { type GateValue, verdictOf } from '#curriculum/readiness/readiness-of.ts';

const row = (name: string, counted: number | null, ...values: GateValue[]): ReportRow => ({
  code: name,
  name,
  pilot: false,
  verdict: verdictOf(values),
  stage: 'ikke-startet',
  mapClass: 'ikke-i-gang',
  score: 0,
  ...{ people: 'opfyldt', papers: 'opfyldt', unmetPapers: 0, unknownPapers: 0, scoreParts: [], falling: [] },
  gates: values.map((value, at) => ({ key: `gate-${at}`, value, reason: '' })),
  staffing: {
    required: 2,
    certified: counted ?? 0,
    countedForGate: counted ?? 0,
    missing: counted === null ? null : Math.max(0, 2 - counted),
  },
});
const rows = [
  row('Bornholm', 2, 'opfyldt', 'opfyldt', 'opfyldt'),
  row('Fanø', null, 'ukendt', 'opfyldt', 'opfyldt'),
  row('Herning', 1, 'ikke-opfyldt', 'opfyldt', 'ikke-opfyldt'),
  row('Odense', 1, 'ikke-opfyldt', 'opfyldt', 'opfyldt'),
  row('Ærø', 0, 'ikke-opfyldt', 'ukendt', 'opfyldt'),
];
const sorted = (sort: 'lacks' | 'staffing', reversed: boolean) =>
  filterReport(rows, { find: '', verdict: '', sort, reversed }).map(({ name }) => name);

test('a municipality is close to ready if exactly one gate is not met and none is unknown', () => {
  expect(rows.filter(isClose).map(({ name }) => name)).toEqual(['Odense']);
});

test('the municipalities closest to ready come first, and those that lack nothing come last', () => {
  expect(sorted('lacks', false)).toEqual(['Odense', 'Fanø', 'Herning', 'Ærø', 'Bornholm']);
  expect(sorted('lacks', true)).toEqual(['Herning', 'Ærø', 'Fanø', 'Odense', 'Bornholm']);
});

test('unknown staffing comes last in both directions of the sort', () => {
  expect(sorted('staffing', false)).toEqual(['Ærø', 'Herning', 'Odense', 'Bornholm', 'Fanø']);
  expect(sorted('staffing', true)).toEqual(['Bornholm', 'Herning', 'Odense', 'Ærø', 'Fanø']);
});
