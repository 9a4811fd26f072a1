import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { seeAchievement } from '#app/use-cases/certificates/checking/see-achievement.server.ts';
import { badgeImage } from '#certificates/badge/badge-image.ts';

/** The picture that badges name, for wallets of any site. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const seen = seeAchievement(world, { course: params.course!, edition: params.edition!, language });
  if (!seen) throw notFound();
  return new Response(badgeImage(seen), {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
