import { View } from '@react-pdf/renderer';
import { printedDay } from '#certificates/drawing/words.ts';
import { countsOf, saidCounts } from './counts-of.ts';
import { outlinesOf } from './map-outlines.ts';
import { type OutlinedMap, type ReportData, type ReportRow, reportParts } from './report-data.ts';
import { colours, drawMap } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import { reportWords } from './words.ts';

/** How coarse the borders are, in units of the map: a third of a point on paper. */
const grid = 11;
const mapWidth = 330;

/** The map with its legend, and the regions as they are on the day. */
export const mapPage: ReportPage = ({ say, figure, table, legend }, report) => {
  const w = reportWords[report.language];
  const counts = countsOf(report.rows);
  const partOf = new Map(report.rows.map(({ code, part }) => [code, part]));
  const mapped = (map: OutlinedMap) => ({ outlines: outlinesOf(map, grid), partOf, width: map.width / grid });
  const sizeOf = ({ width, height }: OutlinedMap, wide: number) => ({ width: wide, height: (wide * height) / width });
  const [country, capital] = [report.map, report.map.capital];
  const legendWidth = page.width - mapWidth - 16;
  const items = reportParts
    .filter((part) => counts[part] > 0)
    .map((part) => ({ part, label: String(counts[part]), body: `${w.parts[part].name}. ${w.parts[part].means}.` }));
  const alt = w.map.alt(saidCounts(counts, report.language));
  return (
    <>
      {say('H2', w.map.heading, { fontSize: 19, lineHeight: 1.2, color: colours.petrol, marginBottom: 8 }, 'Serif')}
      <View style={{ flexDirection: 'row' }}>
        <View style={{ width: mapWidth, marginRight: 16 }}>
          {figure(alt, sizeOf(country, mapWidth), (p) => drawMap(p, mapped(country), mapWidth))}
        </View>
        <View style={{ width: legendWidth }}>
          {legend(items, legendWidth)}
          <View style={{ height: 10 }} />
          {say('H3', w.map.inset, { fontSize: 9, fontWeight: 600, marginBottom: 3 })}
          {figure(`${w.map.inset} ${alt}`, sizeOf(capital, legendWidth), (p) =>
            drawMap(p, mapped(capital), legendWidth),
          )}
        </View>
      </View>
      <View style={{ marginTop: 12 }}>
        {say('H3', w.map.regions(printedDay(report.language, report.asOf)), {
          fontSize: 11,
          fontWeight: 600,
          marginBottom: 3,
        })}
        {table(
          { summary: w.map.heading, head: w.map.head, rows: regionsOf(report) },
          [{ width: page.width - 6 * 64 }, ...Array.from({ length: 6 }, () => ({ width: 64, right: true }))],
          { size: 8.2, pad: 2.8 },
        )}
      </View>
      <View style={{ marginTop: 8 }}>
        {say('P', report.map.attribution, {
          fontSize: 7.5,
          color: colours.grey,
          width: page.width,
        })}
      </View>
    </>
  );
};

/** Each region with its parts, in the order of their names, and the country as the last. */
function regionsOf({ rows, language }: ReportData): string[][] {
  const w = reportWords[language];
  const names = [...new Set(rows.map(({ region }) => region ?? w.map.noRegion))].sort((a, b) =>
    a.localeCompare(b, w.locale),
  );
  const line = (name: string, of: readonly ReportRow[]) => {
    const counts = countsOf(of);
    const people = counts['people-under-way'] + counts['people-not-begun'];
    const cells = [
      counts.ready,
      counts['papers-no'],
      counts['papers-unknown'],
      people,
      counts['people-unknown'],
      of.length,
    ];
    return [name, ...cells.map(String)];
  };
  return [
    ...names.map((name) =>
      line(
        name,
        rows.filter(({ region }) => (region ?? w.map.noRegion) === name),
      ),
    ),
    line(w.map.country, rows),
  ];
}
