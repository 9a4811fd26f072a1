import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeGuidanceFigures } from '#app/use-cases/guidance/figures/see-guidance-figures.server.ts';
import { troubleKinds } from '#app/use-cases/guidance/figures/trouble-kinds.ts';

/** The trouble of every solution as a table, with the same counts hidden as on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-guidance-figures');
  const t = translator({ language }, 'surroundings');
  const guidance = translator({ language }, 'guidance');
  const day = asOfFrom(world, new URL(request.url));
  if (!day.ok) return new Response(translator({ language }, 'agency')('date.no-such-day'), { status: 400 });
  const figures = await seeGuidanceFigures(world, viewer, day.asOf, day.knownOn);
  if (!figures) throw forbidden();
  const { trouble, from, asOf } = figures;
  const shown = (count: number | null) => (count === null ? t('log.hidden') : String(count));
  const kinds = troubleKinds();
  const solutions = new Map(world.topics.solutions.map((solution) => [solution.key, solution]));
  return csvResponse(`vejledninger-${asOf}.csv`, {
    head: [
      t('log.csv-head.solution'),
      t('log.csv-head.owner'),
      ...kinds.map((kind) => guidance(`blocked.${kind}`)),
      t('log.csv-head.total'),
    ],
    rows: trouble.rows.map(({ key, counts, total }) => [
      solutions.get(key)?.title[language] ?? key,
      solutions.get(key)?.owner?.[language] ?? '',
      ...kinds.map((kind) => shown(counts[kind] ?? null)),
      shown(total),
    ]),
    notes: {
      head: t('log.csv-head.note'),
      texts: [
        ...(world.demo ? [translator({ language }, 'agency')('csv.demo')] : []),
        t('log.csv-note', { from, to: asOf }),
      ],
    },
  });
}
