import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { publicJson } from '#app/server/public-json.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { seeIssuerKeys } from '#app/use-cases/certificates/keys/see-issuer-keys.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const document = await seeIssuerKeys(world);
  if (!document) throw notFound();
  return publicJson(request, JSON.stringify(document), 'application/did+json');
}
