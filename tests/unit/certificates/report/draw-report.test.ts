import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { drawReport } from '#certificates/report/draw-report.ts';
import { outlinesOf } from '#certificates/report/map-outlines.ts';
import type { ReportData } from '#certificates/report/report-data.ts';
import { accessRules } from '../access-rules.ts';
import { archiveRules } from '../archive-rules.ts';
import { developmentKey } from '../keys.ts';
import { type OpenPdf, openPdf } from '../opened-pdf.ts';
import { textOf } from '../read-pdf.ts';
import { reportSample } from './report-sample.ts';

const key = await developmentKey();
async function bytesOf(report: ReportData): Promise<Uint8Array> {
  const drawn = await drawReport(report, { key });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn));
  return drawn.bytes;
}

/** These rules are about the one figure, the one link or the one heading of a certificate's only page. */
const ofOnePage = /7\.3: a figure|7\.18\.1 and 7\.18\.5|7\.4\.2|6\.7\.3|7\.18\.1 and 7\.18\.4/;
const rules = Object.entries({ ...archiveRules, ...accessRules });
const brokenIn = (file: OpenPdf, which: (name: string) => boolean) =>
  rules.filter(([name, isKept]) => which(name) && !isKept(file)).map(([name]) => name);

describe('a report', () => {
  test.each(['da', 'en'] as const)('keeps to PDF/A-3 and PDF/UA-1 on every page: %s', async (language) => {
    const bytes = await bytesOf(reportSample(language));
    expect(bytes.length).toBeLessThanOrEqual(200_000);
    const pages = (await openPdf(bytes)).pdf.getPageCount();
    // English words are longer, and some rows take two lines.
    expect([6, 7]).toContain(pages);
    for (let at = 0; at < pages; at++)
      expect(
        brokenIn(await openPdf(bytes, at), (name) => !ofOnePage.test(name)),
        `page ${at + 1}`,
      ).toEqual([]);
    expect(brokenIn(await openPdf(bytes, pages - 1), (name) => /7\.18|6\.7\.3/.test(name))).toEqual([]);
  });

  test('is a tree of headings, lists, figures with words, and tables whose cells have headings', async () => {
    const { elements } = await openPdf(await bytesOf(reportSample()));
    const levels = elements.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const tables = elements.filter(({ role }) => role === 'Table');
    expect(tables).toHaveLength(6);
    for (const { kids } of tables) {
      const [head, ...rows] = kids;
      expect(new Set(head!.kids.map(scopeOf))).toEqual(new Set(['TH /Column']));
      for (const { kids: cells } of rows)
        expect(cells.map(scopeOf)).toEqual(['TH /Row', ...head!.kids.slice(1).map(() => 'TD')]);
    }
    const municipalities = tables.slice(2, 5).flatMap(({ kids }) => kids.slice(1));
    expect(municipalities).toHaveLength(98);
    const figures = elements.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ dict }) => dict.has(PDFName.of('Alt')))).toEqual(figures.map(() => true));
    expect(figures).toHaveLength(5);
  });

  test('reads in order, with what stands on every page left out of the structure', async () => {
    const bytes = await bytesOf(reportSample('en'));
    const text = (await textOf(bytes)).replace(/\s+/g, ' ');
    const order = ['17 of 98 municipalities', 'What we expect', 'What we do now', 'People and papers', 'The country'];
    const places = [...order, 'All municipalities', 'How the figures are made', 'Check this report'].map((part) =>
      text.indexOf(part),
    );
    expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true);
    expect((await openPdf(bytes)).content).toContain('/Artifact <</Type /Pagination>> BDC');
  });

  test('is the same for the same data, and another for another hash', async () => {
    const [one, same] = [await bytesOf(reportSample()), await bytesOf(reportSample())];
    expect(Buffer.from(one).equals(Buffer.from(same))).toBe(true);
    expect(Buffer.from(await bytesOf(reportSample('da', { sha256: '0'.repeat(64) }))).equals(Buffer.from(one))).toBe(
      false,
    );
  });

  test('says what it has not: no forecast, letters that the face lacks, and too much for a page', async () => {
    const plain = await textOf(await bytesOf(reportSample('da', { forecast: null, noForecast: 'too-few' })));
    expect(plain).toContain('For få har gennemført');
    expect(plain).not.toContain('Chance af 10');
    expect(await drawReport(reportSample('da', { issuer: '統計' }))).toMatchObject({ reason: 'letters-missing' });
    const overrides = Array.from({ length: 60 }, (_, at) => ({
      ...{
        place: `Sted ${at}`,
        reason: 'En grund, der er lang nok til at fylde en linje helt ud',
        by: 'A B',
        lastDay: '2027-01-01',
      },
    }));
    expect(await drawReport(reportSample('da', { overrides }))).toMatchObject({ reason: 'no-room' });
  });
});

const scopeOf = ({ role, dict }: { role: string; dict: PDFDict }) => {
  const scope = dict.lookupMaybe(PDFName.of('A'), PDFDict)?.get(PDFName.of('Scope'));
  return scope ? `${role} ${scope}` : role;
};

test('outlines on a coarser grid keep the corners that neighbours share', () => {
  const box = { x: 10, y: 0, width: 100, height: 100 };
  const paths = [
    { code: 'a', d: 'M10 0l52 1 1 49-53 0z' },
    { code: 'b', d: 'M62 1l50 0 0 49-49 0zM0 0L1 1z' },
  ];
  const [a, b] = outlinesOf({ ...box, paths }, 10);
  expect(a!.rings).toEqual([
    [
      [0, 0],
      [5, 0],
      [5, 5],
      [0, 5],
    ],
  ]);
  expect(b!.rings).toEqual([
    [
      [5, 0],
      [10, 0],
      [10, 5],
      [5, 5],
    ],
  ]);
});
