import { outlines } from '#app/components/readiness/map/outlines.server.ts';
import { reportMap } from '#app/server/report-map.server.ts';
import { type ReportData, type ReportRow, reportParts } from '#certificates/report/report-data.ts';

const regions = ['Region Midtjylland', 'Region Nordjylland', 'Region Syddanmark', 'Region Østdanmark'];
const papers = ['Aftale', 'Dækning', 'Kontaktperson', 'Rum og udstyr', 'Henvisning'];
const unknown = papers.map((gate) => ({ gate, is: 'unknown' as const }));
const lacks: ReportRow['lacks'][] = [
  [],
  [{ gate: 'Aftale', is: 'not-met' }],
  [{ gate: 'Dækning', is: 'stale' }],
  [{ gate: 'Tavshedspligt', is: 'not-met' }, ...unknown.slice(0, 1)],
  [{ gate: 'Henvisning', is: 'not-met' }, ...unknown.slice(0, 4)],
  unknown,
];

/** A report on every municipality of the map, with some of each part. */
export const reportSample = (language: 'da' | 'en' = 'da', more: Partial<ReportData> = {}): ReportData => ({
  variant: 'report',
  language,
  number: 'K7QM-4T9X-2HVD-W8RC-9K2D',
  issuer: '[Myndighedens navn]',
  demo: false,
  issuedAt: '2026-11-30T06:12:00.000Z',
  taken: { day: '2026-11-30', on: language === 'da' ? 'mandag' : 'Monday', at: '7.12', by: 'Stine Eksempel' },
  asOf: '2027-10-01',
  isAhead: true,
  rows: outlines
    .map(({ code, name }, at): ReportRow => {
      const part = reportParts[(at * 7) % 6]!;
      const counted = part === 'people-unknown' ? null : part.startsWith('people') ? at % 2 : 2 + (at % 3);
      return {
        ...{ code, name, region: regions[at % 4]!, part, counted, required: 2 },
        ...{ lacks: lacks[reportParts.indexOf(part)]!, chance: part === 'people-unknown' ? null : (at % 11) / 10 },
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'da')),
  people: { met: [16, 17, 16], unmet: [10, 12, 11], unknown: [0, 0, 16] },
  missing: 60,
  now: { training: 41, free: 33 },
  forecast: {
    ...{ by: '2027-10-01', target: 80, today: 46, low: 68, middle: 77, high: 84, nothingNew: 41 },
    ...{ chance: 0.31, draws: 2_000, seed: '20261130' },
  },
  noForecast: 'has-come',
  trend: {
    past: ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11']
      .map((month, at) => ({
        ...{ day: `2026-${month}-01`, ready: 4 + at * 4 },
      }))
      .concat({ day: '2026-11-30', ready: 46 }),
    ahead: ['2026-11-30', '2027-02-01', '2027-05-01', '2027-10-01'].map((day, at) => ({
      ...{ day, low: 46 + at * 6, middle: 46 + at * 10, high: 46 + at * 12 },
    })),
  },
  guidance: { from: '2026-09-02', until: '2026-11-30', sessions: 842, troubled: 206 },
  wave: { name: 'Bølge 1', opensOn: '2027-03-01', services: 17 },
  gates: [
    { kind: 'staffing', short: 'Bemanding', title: 'Nok certificerede vejledere med gyldigt bevis', days: null },
    { kind: 'evidence', short: 'Aftale', title: 'Tilsagn eller aftale er underskrevet og gælder', days: 365 },
  ],
  policy: { version: '1.0', from: '2012-01-01', peoplePerAdviser: 30_000, least: 2, most: 8, marginDays: 60 },
  populationDays: ['2020-01-01'],
  overrides: [],
  sha256: '9f3a61c40d7eb8524416e0a973fc2b1da8c55f901e6bd34702bd8c1af6e47953',
  checkUrl: `https://vejlederbevis.example/r/K7QM-4T9X-2HVD-W8RC-9K2D${language === 'en' ? '?lang=en' : ''}`,
  map: reportMap,
  ...more,
});
