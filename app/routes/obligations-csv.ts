import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeObligations } from '#app/use-cases/obligations/see-obligations.server.ts';

/** The municipalities without an adviser certified in an area, one row for each of the two. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-obligations');
  const t = translator({ language }, 'surroundings');
  const agency = translator({ language }, 'agency');
  const day = asOfFrom(world, new URL(request.url));
  if (!day.ok) return new Response(agency('date.no-such-day'), { status: 400 });
  const seen = await seeObligations(world, viewer, day.asOf, day.knownOn);
  if (!seen) throw forbidden();
  const head = ['code', 'name', 'area', 'trained', 'certified'] as const;
  return csvResponse(`forpligtelser-${day.asOf}.csv`, {
    head: head.map((key) => t(`obligations.csv-head.${key}`)),
    rows: seen.areas.flatMap(({ title, untrained }) =>
      untrained.map(({ code, name, certified }) => [
        code,
        name,
        title[language],
        t('obligations.no'),
        String(certified),
      ]),
    ),
    notes: { head: t('obligations.csv-head.note'), texts: world.demo ? [agency('csv.demo')] : [] },
  });
}
