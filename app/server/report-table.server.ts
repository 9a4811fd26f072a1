import { translator } from '#app/platform/translator.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { partOf } from '#app/use-cases/readiness/monday/part-of.ts';
import { reportAddress } from '#app/use-cases/readiness/report/report-address.ts';
import type { Snapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { danish } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';

/** The table of a report: one row per municipality with each gate and its reason, and what the figures rest on. */
export function reportTable(world: World, language: Language, snapshot: Snapshot) {
  const t = translator({ language }, 'agency');
  const r = translator({ language }, 'report');
  const { asOf, rows, rules, sha256, policyVersion, code } = snapshot;
  const { gates } = rules.policy;
  const head = [
    ...[t('csv.code'), t('column.name'), r('csv.region'), t('csv.as-of'), t('column.verdict'), r('csv.part')],
    ...[t('axes.people'), t('axes.papers'), t('csv.required'), t('csv.certified'), t('csv.counted')],
    ...gates.flatMap(({ short }) => [short[language], r('csv.why', { gate: short[language] })]),
  ];
  const known = (value: number, missing: number | null) => (missing === null ? t('gate.ukendt') : String(value));
  const lines = rows.flatMap((row) =>
    row.municipalities.map(({ code: place, name, region }) => [
      ...[place, name, region ?? '', asOf, t(`verdict.${row.verdict}`), r(`part.${partOf(row)}`)],
      ...[t(`people.${row.people}`), t(`papers.${row.papers}`), String(row.staffing.required)],
      known(row.staffing.certified, row.staffing.missing),
      known(row.staffing.countedForGate, row.staffing.missing),
      ...row.gates.flatMap(({ value, reason }) => [t(`gate.${value}`), reasonText(reason, language)]),
    ]),
  );
  return {
    name: `${language === 'da' ? 'rapport' : 'report'}-${asOf}.csv`,
    head,
    rows: lines.sort((a, b) => danish.compare(a[1]!, b[1]!)),
    notes: {
      head: t('csv.note'),
      texts: [
        ...(world.demo ? [t('csv.demo')] : []),
        r('csv.rests', { version: policyVersion, hash: sha256, address: reportAddress(world, code, language) }),
      ],
    },
  };
}
