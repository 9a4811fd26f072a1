import type { LoaderFunctionArgs } from '@remix-run/node';
import { municipalityMap } from '#app/components/readiness/map/municipality-map.server.ts';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { formatDay } from '#app/words/format.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const day = asOfFrom(world, new URL(request.url));
  if (!day.ok) return new Response(t('date.no-such-day'), { status: 400 });
  const readiness = await readinessOn(world, viewer, day.asOf, day.knownOn);
  if (!readiness) throw forbidden();
  const { municipalities } = readinessReport(readiness);
  const ready = municipalities.filter(({ verdict }) => verdict === 'klar').length;
  const rows = municipalities.map(({ code, name, mapClass }) => ({
    code,
    name,
    mapClass,
    label: `${name}: ${t(`class.${mapClass}`)}`,
  }));
  return new Response(
    municipalityMap(
      rows,
      t('readiness.map'),
      t('readiness.title', { ready, count: rows.length, day: formatDay(language, day.asOf) }),
    ),
    {
      headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-store' },
    },
  );
}
