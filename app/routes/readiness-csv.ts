import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { filterPlaces } from '#app/use-cases/readiness/views/filter-places.ts';
import { listPlaces } from '#app/use-cases/readiness/views/list-places.server.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const url = new URL(request.url);
  const day = asOfFrom(world, url);
  if (!day.ok) return new Response(t('date.no-such-day'), { status: 400 });
  const readiness = await readinessOn(world, viewer, day.asOf, day.knownOn);
  if (!readiness) throw forbidden();
  const report = readinessReport(readiness);
  const seen = await listPlaces(world, readiness);
  const rowOf = new Map(report.municipalities.map((row) => [row.code, row]));
  const head = [
    'csv.code',
    'column.name',
    'csv.as-of',
    'column.verdict',
    'axes.people',
    'axes.papers',
    'column.class',
    'column.stage',
    'csv.required',
    'csv.certified',
    'csv.counted',
    'pilot',
    'csv.region',
    'csv.wave',
  ] as const;
  const headings = head.map((key) => t(key));
  const rows = filterPlaces(seen, parsePlaceFilter(url.searchParams)).map((place) => {
    const row = rowOf.get(place.code)!;
    const { code, name, verdict, people, papers, mapClass, stage, staffing, pilot, gates } = row;
    return [
      code,
      name,
      report.asOf,
      t(`verdict.${verdict}`),
      t(`people.${people}`),
      t(`papers.${papers}`),
      t(`class.${mapClass}`),
      t(`stage.${stage}`),
      String(staffing.required),
      staffing.missing === null ? t('gate.ukendt') : String(staffing.certified),
      staffing.missing === null ? t('gate.ukendt') : String(staffing.countedForGate),
      pilot ? t('yes') : t('no'),
      place.region,
      place.wave?.name ?? '',
      ...gates.map(({ value }) => t(`gate.${value}`)),
      ...row.scoreParts.map(({ points }) => String(points)),
      String(row.score),
      ...(row.strict ? [t(`verdict.${row.strict.verdict}`)] : []),
    ];
  });
  const gates = world.policy.gates.map(({ title }) => title[language]);
  // Points stand with their parts, or the sum explains nothing.
  const parts = world.policy.scored.filter(({ noted }) => noted).map(({ title }) => title[language]);
  const forecast = day.asOf > day.today;
  const texts = [...(world.demo ? [t('csv.demo')] : []), ...(forecast ? [t('csv.forecast')] : [])];
  const name = `parathed-${forecast ? 'prognose-' : ''}${report.asOf}.csv`;
  return csvResponse(name, {
    head: [...headings, ...gates, ...parts, t('csv.score'), ...(forecast ? [t('csv.strict')] : [])],
    rows,
    notes: { head: t('csv.note'), texts },
  });
}
