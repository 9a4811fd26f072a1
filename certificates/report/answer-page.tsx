import { View } from '@react-pdf/renderer';
import { printedDay } from '#certificates/drawing/words.ts';
import { countsOf, saidCounts } from './counts-of.ts';
import { type ReportData, reportParts } from './report-data.ts';
import { colours, drawBand, drawSquares } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import { outOfTen, reportWords } from './words.ts';

const half = (page.width - 28) / 2;

/** The first page: the answer, what we expect, what we do now, and people and papers beside each other. */
export const answerPage =
  (notes: readonly string[]): ReportPage =>
  (writer, report) => {
    const { say, list, legend, figure, table } = writer;
    const w = reportWords[report.language];
    const day = (each: string) => printedDay(report.language, each);
    const counts = countsOf(report.rows);
    const of = report.rows.length;
    const peopleShort = counts['people-under-way'] + counts['people-not-begun'];
    const sub = w.sub(counts['papers-no'] + counts['papers-unknown'], peopleShort, report.missing);
    const { forecast } = report;
    const heading = { fontSize: 12, fontWeight: 600, marginBottom: 4 };
    return (
      <>
        {say(
          'H1',
          w.answer(counts.ready, of, whenOf(report)),
          { fontSize: 27, lineHeight: 1.15, color: colours.petrol, width: page.width, marginBottom: 6 },
          'Serif',
        )}
        {say('P', counts['people-unknown'] > 0 ? `${sub} ${w.unknown(counts['people-unknown'])}` : sub, {
          fontSize: 12.5,
          width: page.width,
          marginBottom: 4,
        })}
        {notes.map((note) => (
          <View key={note}>{say('P', note, { fontSize: 10.5, fontWeight: 600 })}</View>
        ))}
        <View style={{ height: 12 }} />
        {figure(
          w.squares(of, saidCounts(counts, report.language)),
          { width: page.width, height: (page.width / Math.ceil(of / 4)) * 4 },
          (p) => drawSquares(p, counts, page.width, 4),
        )}
        <View style={{ marginTop: 10 }}>{legend(legendOf(report), page.width, 3)}</View>
        <View style={{ flexDirection: 'row', marginTop: 16 }}>
          <View style={{ width: half, marginRight: 28 }}>
            {say('H2', w.expect, heading)}
            {forecast
              ? expectation(report).map((text) => (
                  <View key={text} style={{ marginBottom: 4 }}>
                    {say('P', text, { width: half })}
                  </View>
                ))
              : say('P', w.noForecast[report.noForecast], { width: half })}
          </View>
          <View style={{ width: half }}>
            {say('H2', w.doing, heading)}
            {list(doing(report), half)}
          </View>
        </View>
        {forecast && (
          <View style={{ marginTop: 16 }}>
            {say('H2', w.band.heading, heading)}
            {figure(w.band.alt(forecast, w.day.ahead(day(forecast.by))), { width: page.width, height: 34 }, (p) =>
              drawBand(p, forecast, of, { width: page.width, height: 34 }),
            )}
            <View style={{ marginTop: 4 }}>
              {say('P', `0–${of}. ${w.band.key}`, { fontSize: 8.5, color: colours.grey, width: page.width })}
            </View>
          </View>
        )}
        <View style={{ marginTop: 16 }}>
          {say('H2', w.axes.heading, heading)}
          {table({ summary: w.axes.heading, head: w.axes.head, rows: axesOf(report) }, [
            { width: page.width - 4 * 88 },
            ...Array.from({ length: 4 }, () => ({ width: 88, right: true })),
          ])}
        </View>
      </>
    );
  };

/** The parts that have any, by their names. */
function legendOf({ rows, language }: ReportData) {
  const counts = countsOf(rows);
  return reportParts
    .filter((part) => counts[part] > 0)
    .map((part) => ({ part, label: String(counts[part]), body: reportWords[language].parts[part].name }));
}

function whenOf({ asOf, taken, language, isAhead }: ReportData): string {
  const w = reportWords[language];
  if (asOf === taken.day) return w.day.past(printedDay(language, asOf));
  return isAhead ? w.day.ahead(printedDay(language, asOf)) : w.day.past(printedDay(language, asOf));
}

function expectation({ forecast, language }: ReportData): string[] {
  const w = reportWords[language];
  const { by, middle, low, high, target, chance, today, nothingNew } = forecast!;
  return [
    w.expected(w.day.ahead(printedDay(language, by)), middle, low, high),
    w.target(target, outOfTen(language, chance)),
    w.nothingNew(today, nothingNew),
  ];
}

function doing({ language, missing, now, rows }: ReportData): string[] {
  const w = reportWords[language];
  const papers = rows.filter(({ part }) => part === 'papers-no' || part === 'papers-unknown').length;
  return [
    w.covering(missing),
    ...(missing > 0 ? [w.training(now.training), w.seats(now.free)] : []),
    ...(papers > 0 ? [w.asks(papers)] : []),
  ];
}

function axesOf({ people, language }: ReportData): string[][] {
  const { axes } = reportWords[language];
  const rows = [
    [axes.enough, people.met],
    [axes.short, people.unmet],
    [axes.unknown, people.unknown],
  ] as const;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const line = (name: string, numbers: readonly number[]) => [name, ...numbers.map(String), String(sum(numbers))];
  const all = [0, 1, 2].map((at) => sum(rows.map(([, numbers]) => numbers[at]!)));
  return [...rows.map(([name, numbers]) => line(name, numbers)), line(axes.all, all)];
}
