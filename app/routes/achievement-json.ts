import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { publicJson } from '#app/server/public-json.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { seeAchievement } from '#app/use-cases/certificates/checking/see-achievement.server.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const seen = seeAchievement(world, { course: params.course!, edition: params.edition!, language });
  if (!seen) throw notFound();
  const terms = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
  return publicJson(request, JSON.stringify({ '@context': terms, ...seen.json }), 'application/ld+json');
}
