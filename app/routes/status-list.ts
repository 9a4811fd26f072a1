import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { publicJson } from '#app/server/public-json.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { readStatusList } from '#app/use-cases/certificates/register/read-status-list.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const json = await readStatusList(world, { purpose: params.purpose!, list: params.list! });
  if (!json) throw notFound();
  return publicJson(request, json, 'application/vc');
}
