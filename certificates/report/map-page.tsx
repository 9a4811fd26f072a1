import { View } from '@react-pdf/renderer';
import { printedDay } from '#certificates/drawing/words.ts';
import { countsOf, saidCounts } from './counts-of.ts';
import { outlinesOf } from './map-outlines.ts';
import { type ReportData, type ReportRow, reportParts } from './report-data.ts';
import { colours, drawCapital, drawMap } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import { reportWords } from './words.ts';

/** How coarse the borders are, in units of the map: a third of a point on paper. */
const grid = 11;
const mapWidth = 330;
/** The municipalities around the capital, in units of the map. */
const capital = { x0: 8480, y0: 6760, x1: 9420, y1: 8120 };

/** The map with its legend, and the regions as they are on the day. */
export const mapPage: ReportPage = ({ say, figure, table, legend }, report) => {
  const w = reportWords[report.language];
  const counts = countsOf(report.rows);
  const { width, height } = report.map;
  const mapped = {
    outlines: outlinesOf(report.map.paths, grid),
    partOf: new Map(report.rows.map(({ code, part }) => [code, part])),
    width: width / grid,
    height: height / grid,
  };
  const room = { width: mapWidth, height: (mapWidth * height) / width };
  const legendWidth = page.width - mapWidth - 16;
  const inset = { x0: capital.x0 / grid, y0: capital.y0 / grid, x1: capital.x1 / grid, y1: capital.y1 / grid };
  const insetRoom = {
    width: legendWidth - 10,
    height: ((legendWidth - 10) * (inset.y1 - inset.y0)) / (inset.x1 - inset.x0),
  };
  const items = reportParts
    .filter((part) => counts[part] > 0)
    .map((part) => ({ part, label: String(counts[part]), body: `${w.parts[part].name}. ${w.parts[part].means}.` }));
  const alt = w.map.alt(saidCounts(counts, report.language));
  return (
    <>
      {say('H2', w.map.heading, { fontSize: 19, lineHeight: 1.2, color: colours.petrol, marginBottom: 8 }, 'Serif')}
      <View style={{ flexDirection: 'row' }}>
        <View style={{ width: mapWidth, marginRight: 16 }}>{figure(alt, room, (p) => drawMap(p, mapped, room))}</View>
        <View style={{ width: legendWidth }}>
          {legend(items, legendWidth)}
          <View style={{ height: 10 }} />
          {figure(`${w.map.inset} ${alt}`, insetRoom, (p) => drawCapital(p, mapped, inset, insetRoom))}
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
        {say('P', `${report.map.attribution} ${w.map.moved}`, {
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
