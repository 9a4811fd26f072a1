import { View } from '@react-pdf/renderer';
import { widthOf } from '#certificates/drawing/fonts.ts';
import type { ReportData, ReportRow } from './report-data.ts';
import { colours, drawSwatch } from './report-ink.ts';
import type { ReportPage } from './report-page.ts';
import { ornament } from './report-writer.tsx';
import { reportWords } from './words.ts';

const columns = { name: 106, status: 90, advisers: 52, lacks: 193, chance: 58 };
const size = 8.6;
const lineHeight = size * 1.3;
const padding = 6.2;
/** What is left for rows under the heading and above the foot, in points. */
const room = 665;

/** All municipalities with what each lacks, on as many pages as they take. */
export function rowsPages(report: ReportData): ReportPage[] {
  const pages: ReportRow[][] = [[]];
  let used = 0;
  for (const row of report.rows) {
    const height =
      Math.max(1, linesOf(lacksOf(row, report)), Math.ceil(widthOf('Sans', row.name, size) / (columns.name - 14))) *
        lineHeight +
      padding;
    if (used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(row);
    used += height;
  }
  return balanced(pages).map((rows, at, all): ReportPage => onePage(rows, at + 1, all.length));
}

/** Pages of nearly the same length where every row takes one line, as in most reports. */
function balanced(pages: ReportRow[][]): ReportRow[][] {
  const all = pages.flat();
  const each = Math.ceil(all.length / pages.length);
  const even = pages.map((_, at) => all.slice(at * each, (at + 1) * each));
  const longest = Math.max(...pages.map(({ length }) => length));
  const isEven = even.every((rows, at) => rows.length <= Math.min(longest, pages[at]!.length + 1));
  return isEven ? even : pages;
}

const onePage =
  (rows: readonly ReportRow[], at: number, of: number): ReportPage =>
  ({ say, table }, report) => {
    const w = reportWords[report.language];
    const cells = rows.map((row) => [
      row.name,
      w.parts[row.part].short,
      row.counted === null ? w.rows.unknown : w.rows.of(row.counted, row.required),
      lacksOf(row, report),
      ...(report.forecast ? [chanceOf(row, report)] : []),
    ]);
    const head = report.forecast ? w.rows.head : w.rows.head.slice(0, 4);
    return (
      <>
        {say(
          'H2',
          w.rows.heading(rows[0]?.name ?? '', rows.at(-1)?.name ?? ''),
          { fontSize: 17, lineHeight: 1.2, color: colours.petrol, marginBottom: 8 },
          'Serif',
        )}
        {table(
          { summary: w.rows.summary(at, of), head, rows: cells },
          [
            { width: columns.name },
            { width: columns.status },
            { width: columns.advisers },
            { width: columns.lacks + (report.forecast ? 0 : columns.chance) },
            ...(report.forecast ? [{ width: columns.chance, right: true }] : []),
          ],
          {
            size,
            before: (number) => (
              <View style={{ paddingTop: 1.6, marginRight: 5 }}>
                {ornament({ width: 8, height: 8 }, (p) => drawSwatch(p, rows[number]!.part, 8))}
              </View>
            ),
          },
        )}
      </>
    );
  };

/** From so many papers on that nobody knows they are counted and not named. */
const manyUnknown = 3;

function lacksOf({ part, counted, required, lacks }: ReportRow, { language }: ReportData): string {
  const w = reportWords[language];
  const short = counted === null || part === 'ready' ? 0 : Math.max(0, required - counted);
  const named = (is: ReportRow['lacks'][number]['is']) =>
    lacks.filter((each) => each.is === is).map(({ gate }) => gate);
  const unknown = named('unknown');
  return (
    [
      ...(short > 0 ? [w.rows.advisers(short)] : []),
      ...named('not-met'),
      ...named('stale').map(w.rows.stale),
      ...(unknown.length < manyUnknown ? unknown.map(w.rows.unsure) : [w.rows.papersUnknown(unknown.length)]),
    ].join(', ') || w.unsaid
  );
}

const linesOf = (text: string) => Math.ceil((widthOf('Sans', text, size) * 1.04) / (columns.lacks - 8));

function chanceOf({ chance }: ReportRow, { language }: ReportData): string {
  const w = reportWords[language].rows;
  if (chance === null) return w.few;
  if (chance > 0.95) return w.over;
  return chance < 0.05 ? w.under : String(Math.max(1, Math.min(9, Math.round(chance * 10))));
}
