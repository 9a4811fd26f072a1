import type { World } from '#app/platform/world.server.ts';
import type { Snapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { formatClock, formatWeekday } from '#app/words/format.ts';
import type { ReportData } from '#certificates/report/report-data.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { findPersonName } from '#db/queries/person-name.ts';
import { besideTheReport } from './beside-the-report.server.ts';
import { peopleAndPapers } from './people-and-papers.ts';
import { reportAddress } from './report-address.ts';
import { reportRows } from './report-rows.ts';

/** The report of a snapshot in either language: every figure is worked out once, and only the words differ. */
export async function reportDataOf(
  world: World,
  snapshot: Snapshot,
  map: ReportData['map'],
): Promise<(language: 'da' | 'en') => ReportData> {
  const { code, asOf, takenAt, takenBy, rows, rules, sha256 } = snapshot;
  const { chances, ...beside } = await besideTheReport(world, snapshot);
  const takenOn = dayOf(takenAt);
  const version = versionOn(rules.policy, asOf);
  const by = takenBy ? ((await findPersonName(world.db, takenBy)) ?? null) : null;
  const overrides = rows.flatMap(({ name, override }) =>
    override
      ? [{ place: name, reason: override.reason, by: override.decidedBy, lastDay: addDays(override.until, -1) }]
      : [],
  );
  return (language) => ({
    variant: 'report',
    language,
    number: code,
    issuer: world.env.issuerName,
    demo: world.demo,
    issuedAt: takenAt,
    taken: {
      day: takenOn,
      on: formatWeekday(language, takenOn),
      at: formatClock(language, takenAt),
      by,
    },
    asOf,
    isAhead: asOf > takenOn,
    rows: reportRows(rows, { policy: rules.policy, language, chances }),
    people: peopleAndPapers(rows),
    missing: rows.reduce((sum, { staffing }) => sum + (staffing.missing ?? 0), 0),
    ...beside,
    gates: rules.policy.gates.map(({ key, kind, short, title }) => ({
      ...{ kind, short: short[language], title: title[language] },
      days: version.freshnessDays[key] ?? null,
    })),
    policy: {
      ...{ version: version.version, from: version.from, marginDays: version.staffing.marginDays },
      ...{ peoplePerAdviser: version.staffing.peoplePerAdviser, least: version.staffing.least },
      most: version.staffing.most,
    },
    overrides,
    sha256,
    checkUrl: reportAddress(world, code, language),
    map,
  });
}
