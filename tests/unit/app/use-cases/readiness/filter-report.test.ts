import { expect, test } from 'vitest';
import { filterReport } from '#app/use-cases/readiness/filter-report.ts';
import type { ReportRow } from '#app/use-cases/readiness/readiness-report.server.ts';

type Given = Partial<Pick<ReportRow, 'people' | 'papers' | 'unmetPapers' | 'unknownPapers'>>;
const row = (name: string, required: number, counted: number | null, more: Given = {}): ReportRow => ({
  ...{ code: name, name, pilot: false, verdict: 'ikke-klar', stage: 'ikke-startet', mapClass: 'ikke-i-gang' },
  ...{ people: 'ikke-opfyldt', papers: 'ikke-opfyldt', unmetPapers: 0, unknownPapers: 0, score: 0 },
  ...{ scoreParts: [], gates: [], falling: [] },
  staffing: {
    ...{ required, certified: counted ?? 0, countedForGate: counted ?? 0 },
    missing: counted === null ? null : Math.max(0, required - counted),
  },
  ...more,
});
const wanted = { find: '', verdict: '', sort: 'staffing' } as const;
const names = (rows: ReportRow[]) => rows.map(({ name }) => name);

test('those that lack most advisers come first, whatever share that is, and the unknown come last both ways', () => {
  const rows = [row('Fanø', 2, 0), row('Aarhus', 8, 3), row('Samsø', 2, null), row('Odense', 7, 9)];
  expect(names(filterReport(rows, wanted))).toEqual(['Aarhus', 'Fanø', 'Odense', 'Samsø']);
  expect(names(filterReport(rows, { ...wanted, reversed: true }))).toEqual(['Odense', 'Fanø', 'Aarhus', 'Samsø']);
});

test('people and papers are filtered apart, and an unknown paper is found behind one that says no', () => {
  const rows = [
    row('Fanø', 2, 2, { people: 'opfyldt', papers: 'ikke-opfyldt', unmetPapers: 1, unknownPapers: 1 }),
    row('Herning', 3, 1, { people: 'ikke-opfyldt', papers: 'ukendt', unknownPapers: 2 }),
    row('Odense', 7, 9, { people: 'opfyldt', papers: 'opfyldt' }),
  ];
  expect(names(filterReport(rows, { ...wanted, people: 'opfyldt' }))).toEqual(['Fanø', 'Odense']);
  expect(names(filterReport(rows, { ...wanted, papers: 'ukendt' }))).toEqual(['Herning']);
  expect(names(filterReport(rows, { ...wanted, unknownPaper: true }))).toEqual(['Herning', 'Fanø']);
  expect(names(filterReport(rows, { ...wanted, sort: 'papers' }))).toEqual(['Fanø', 'Herning', 'Odense']);
});
