import { View } from '@react-pdf/renderer';
import { addressOf } from '#certificates/drawing/certificate-fit.ts';
import { drawQr } from '#certificates/drawing/certificate-ink.ts';
import { qrFor } from '#certificates/drawing/qr-code.ts';
import { listed, printedDay } from '#certificates/drawing/words.ts';
import type { ReportData } from './report-data.ts';
import { colours } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import { reportWords } from './words.ts';

const half = (page.width - 28) / 2;

/** How the figures are made: what ready means, the sources, the requirements, and how the report is checked. */
export const methodPage =
  (isSigned: boolean): ReportPage =>
  ({ say, list, table, figure, linkTo, meaning, write }, report) => {
    const w = reportWords[report.language];
    const { made, check } = w;
    const { policy } = report;
    const day = (each: string) => printedDay(report.language, each);
    const heading = { fontSize: 11, fontWeight: 600, marginBottom: 3 };
    const paragraph = (text: string, width: number) => (
      <View style={{ marginBottom: 4 }}>{say('P', text, { width })}</View>
    );
    const qr = qrFor(report.checkUrl);
    const address = addressOf(report.checkUrl, qr.size);
    const left = page.width - 24 - qr.size - 18;
    return (
      <>
        {say('H2', made.heading, { fontSize: 19, lineHeight: 1.2, color: colours.petrol, marginBottom: 10 }, 'Serif')}
        <View style={{ flexDirection: 'row' }}>
          <View style={{ width: half, marginRight: 28 }}>
            {say('H3', made.means, heading)}
            {paragraph(made.all(report.gates.length, policy.marginDays, report.isAhead), half)}
            {paragraph(made.never, half)}
            {report.forecast && (
              <View style={{ marginTop: 6 }}>
                {say('H3', made.chance, heading)}
                {paragraph(made.draws(numberOf(report, report.forecast.draws), report.forecast.seed), half)}
                {paragraph(made.chanceOf, half)}
              </View>
            )}
          </View>
          <View style={{ width: half }}>
            {say('H3', made.sources, heading)}
            {list(sourcesOf(report), half)}
          </View>
        </View>
        <View style={{ marginTop: 14 }}>
          {say('H3', made.gates(policy.version, day(policy.from)), heading)}
          {table(
            {
              summary: made.gates(policy.version, day(policy.from)),
              head: made.gateHead,
              rows: report.gates.map(({ kind, short, title, days }) => [
                short,
                kind === 'staffing' ? staffingOf(report) : title,
                days === null ? made.counted : made.days(days),
              ]),
            },
            [{ width: 110 }, { width: page.width - 190 }, { width: 80, right: true }],
          )}
        </View>
        <View style={{ marginTop: 14 }}>
          {say('H3', made.overrides, heading)}
          {report.overrides.length === 0
            ? paragraph(made.noOverrides, page.width)
            : list(
                report.overrides.map(({ place, by, lastDay, reason }) =>
                  made.override(place, by, day(lastDay), reason),
                ),
                page.width,
                9,
              )}
        </View>
        <View style={{ marginTop: 14, flexDirection: 'row', alignItems: 'flex-start', width: page.width }}>
          <View style={{ marginRight: 18 }}>
            {figure(check.qr(report.checkUrl), { width: qr.size, height: qr.size }, (p) => drawQr(p, qr.code, qr.size))}
          </View>
          <View style={{ width: left }}>
            {say('H3', check.heading, heading)}
            {say('P', check.go, { width: left })}
            {linkTo(report.checkUrl, address.lines, check.link(report.checkUrl), address.size)}
            {paragraph(isSigned ? `${check.shows} ${w.signed}` : check.shows, left)}
            {hashOf()}
            {paragraph(check.taken(report.taken.on, day(report.taken.day), report.taken.at, report.taken.by), left)}
          </View>
        </View>
      </>
    );

    /** The hash in groups of eight, so that two people can read it to each other. */
    function hashOf() {
      const groups = report.sha256.match(/.{8}/g)!;
      const lines = [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')];
      meaning.push({ role: 'P', texts: [`${check.hash}:`, ...lines] });
      return (
        <View style={{ marginBottom: 4 }}>
          {write(`${check.hash}:`)}
          {lines.map((text) => (
            <View key={text}>{write(text, { fontSize: 9 }, 'Mono')}</View>
          ))}
        </View>
      );
    }
  };

const numberOf = ({ language }: ReportData, number: number) =>
  new Intl.NumberFormat(reportWords[language].locale).format(number);

function staffingOf(report: ReportData): string {
  const { peoplePerAdviser, least, most } = report.policy;
  return reportWords[report.language].made.staffing(numberOf(report, peoplePerAdviser), least, most);
}

function sourcesOf(report: ReportData): string[] {
  const { language, taken, populationDays } = report;
  const { source } = reportWords[language].made;
  const day = (each: string) => printedDay(language, each);
  return [
    source.certificates(`${day(taken.day)} ${language === 'da' ? 'kl.' : 'at'} ${taken.at}`),
    source.papers,
    source.population(listed(language, populationDays.map(day))),
    source.borders,
  ];
}
