import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawMap } from '#app/components/readiness/map/draw-map.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { seePublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';
import { formatDay } from '#app/words/format.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const t = translator({ language }, 'public-help');
  const { now, later } = await seePublicHelp(world, { asked: '', language });
  const places = [
    ...now.map(({ code, name }) => ({ code, fill: 'dark' as const, label: `${name}: ${t('map.now')}` })),
    ...later.flatMap(({ day, codes, names }) =>
      codes.map((code, at) => ({
        code,
        fill: 'lines' as const,
        label: `${names[at]}: ${t('list.from', { day: formatDay(language, day) })}`,
      })),
    ),
  ];
  const drawn = drawMap({ places, title: t('map.title', { count: now.length }), capital: t('map.capital') });
  return new Response(drawn, {
    // A place that no longer agrees leaves the map at once.
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
