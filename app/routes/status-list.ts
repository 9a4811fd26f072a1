import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '../platform/load-context.server.ts';
import { publicJson } from '../platform/public-json.server.ts';
import { notFound } from '../platform/require-viewer.server.ts';
import { readStatusList } from '../use-cases/certificates/status-list.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const json = await readStatusList(world, { purpose: params.purpose!, list: params.list! });
  if (!json) throw notFound();
  return publicJson(request, json, 'application/vc');
}
