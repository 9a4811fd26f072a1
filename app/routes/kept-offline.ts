import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listKept } from '#app/use-cases/offline/list-kept.server.ts';

/** The addresses that the service worker keeps for whoever is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'learn');
  return Response.json({ addresses: await listKept(world, viewer) });
}
