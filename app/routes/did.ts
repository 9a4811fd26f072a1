import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '../platform/load-context.server.ts';
import { publicJson } from '../platform/public-json.server.ts';
import { notFound } from '../platform/require-viewer.server.ts';
import { seeIssuerKeys } from '../use-cases/certificates/see-issuer-keys.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const document = await seeIssuerKeys(world);
  if (!document) throw notFound();
  return publicJson(request, JSON.stringify(document), 'application/did+json');
}
