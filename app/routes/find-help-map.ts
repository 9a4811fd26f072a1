import type { LoaderFunctionArgs } from '@remix-run/node';
import { helpMap } from '#app/components/public-help/help-map.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { seePublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const { now, later } = await seePublicHelp(world, { asked: '', language });
  const title = translator({ language }, 'public-help')('map.title', { count: now.length });
  const codes = { now: now.map(({ code }) => code), later: later.flatMap((each) => each.codes) };
  return new Response(helpMap(title, codes), {
    // A place that no longer agrees leaves the map at once.
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}
