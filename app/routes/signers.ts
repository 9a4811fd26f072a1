import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { publicJson } from '#app/server/public-json.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { seeSigners } from '#app/use-cases/certificates/keys/see-signers.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const list = await seeSigners(world);
  if (!list) throw notFound();
  return publicJson(request, JSON.stringify(list), 'application/jwk-set+json');
}
