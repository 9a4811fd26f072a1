import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '../platform/as-of.server.ts';
import { csvOf } from '../platform/csv.server.ts';
import { forbidden, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { readinessOn } from '../use-cases/readiness/readiness-on.server.ts';
import { readinessReport } from '../use-cases/readiness/readiness-report.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const readiness = await readinessOn(world, viewer, asOfFrom(world, new URL(request.url)).asOf);
  if (!readiness) throw forbidden();
  const report = readinessReport(readiness);
  const head = [
    'csv.code',
    'column.name',
    'csv.as-of',
    'column.verdict',
    'column.stage',
    'csv.required',
    'csv.certified',
    'csv.counted',
    'column.score',
    'pilot',
  ].map((key) => t(key));
  const rows = report.municipalities.map(({ code, name, verdict, stage, staffing, score, pilot, gates }) => [
    code,
    name,
    report.asOf,
    t(`verdict.${verdict}`),
    t(`stage.${stage}`),
    String(staffing.required),
    String(staffing.certified),
    String(staffing.countedForGate),
    String(score),
    pilot ? t('yes') : t('no'),
    ...gates.map(({ value }) => t(`gate.${value}`)),
  ]);
  const gates = world.policy.gates.map(({ title }) => title[language]);
  const note = world.demo ? [[t('csv.demo')]] : [];
  return new Response(csvOf([...note, [...head, ...gates], ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="parathed-${report.asOf}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
