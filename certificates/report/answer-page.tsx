import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { printedDay } from '#certificates/drawing/words.ts';
import { countsOf, saidCounts } from './counts-of.ts';
import { type ReportData, reportParts } from './report-data.ts';
import { colours, drawSquares } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import type { Writer } from './report-writer.tsx';
import { drawTrend } from './trend-ink.ts';
import { outOfTen, reportWords } from './words.ts';

const half = (page.width - 28) / 2;

/** The first page: the answer, what we expect, what we do now, and people and papers beside each other. */
export const answerPage =
  (notes: readonly string[]): ReportPage =>
  (writer, report) => {
    const { say, list, legend, figure, table } = writer;
    const w = reportWords[report.language];
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
        <View style={{ marginTop: 14 }}>
          {say('H2', w.trend.heading(forecast !== null), heading)}
          {trend(writer, report)}
        </View>
        <View style={{ marginTop: 16 }}>
          {say('H2', w.axes.heading, heading)}
          {table({ summary: w.axes.heading, head: w.axes.head, rows: axesOf(report) }, [
            { width: page.width - 4 * 88 },
            ...Array.from({ length: 4 }, () => ({ width: 88, right: true })),
          ])}
        </View>
        <View style={{ marginTop: 12 }}>{say('P', guidanceOf(report), { width: page.width })}</View>
      </>
    );
  };

/** The chart of what has been ready and what is expected, with its scale and its days. */
function trend({ say, figure, furnish }: Writer, report: ReportData): ReactNode {
  const w = reportWords[report.language].trend;
  const day = (each: string) => printedDay(report.language, each);
  const { past, ahead } = report.trend;
  const of = report.rows.length;
  const [first, now, last] = [past[0]!, past.at(-1)!, ahead.at(-1)];
  const room = { width: page.width - 24, height: 74 };
  const target = last && report.forecast ? report.forecast.target : null;
  const band = last && { low: last.low, middle: last.middle, high: last.high, on: day(last.day) };
  const alt = w.alt({ ready: first.ready, on: day(first.day) }, { ready: now.ready, on: day(now.day) }, band);
  const label = { width: 24, lineHeight: 1 };
  return (
    <>
      <View style={{ flexDirection: 'row' }}>
        <View style={{ width: 24, height: room.height, justifyContent: 'space-between' }}>
          {furnish(String(of), label)}
          {furnish('0', label)}
        </View>
        {figure(alt, room, (p) => drawTrend(p, report.trend, { ...room, of, target }))}
      </View>
      <View
        style={{
          flexDirection: 'row',
          justifyContent: 'space-between',
          width: room.width,
          marginLeft: 24,
          marginTop: 3,
        }}
      >
        {furnish(day(first.day))}
        {furnish(day((last ?? now).day))}
      </View>
      <View style={{ marginTop: 3 }}>
        {say('P', w.key(day(now.day), last !== undefined, target), {
          fontSize: 8.5,
          color: colours.grey,
          width: page.width,
        })}
      </View>
    </>
  );
}

function guidanceOf({ guidance, language }: ReportData): string {
  const w = reportWords[language].guidance;
  const { sessions, troubled } = guidance;
  const days = w.days(printedDay(language, guidance.from), printedDay(language, guidance.until));
  if (sessions === null) return `${days} ${w.hidden}`;
  if (sessions === 0) return `${days} ${w.none}`;
  return `${days} ${w.sessions(sessions)} ${troubled === null ? w.troubleHidden : w.troubled(troubled)}`;
}

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

function doing({ language, missing, now, rows, wave }: ReportData): string[] {
  const w = reportWords[language];
  const papers = rows.filter(({ part }) => part === 'papers-no' || part === 'papers-unknown').length;
  return [
    w.covering(missing),
    ...(missing > 0 ? [w.training(now.training), w.seats(now.free)] : []),
    ...(papers > 0 ? [w.asks(papers)] : []),
    ...(wave ? [w.wave(wave.name, printedDay(language, wave.opensOn), wave.services)] : []),
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
