import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '../platform/load-context.server.ts';
import { publicJson } from '../platform/public-json.server.ts';
import { notFound } from '../platform/require-viewer.server.ts';
import { seeAchievement } from '../use-cases/certificates/see-achievement.server.ts';

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const seen = seeAchievement(world, { course: params.course!, edition: params.edition!, language });
  if (!seen) throw notFound();
  const terms = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
  return publicJson(request, JSON.stringify({ '@context': terms, ...seen.json }), 'application/ld+json');
}
