import type { LoaderFunctionArgs } from '@remix-run/node';
import { municipalityOutlines } from '#app/components/readiness/map/municipality-map.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
  requireViewer(context, request, 'see-readiness');
  return new Response(municipalityOutlines, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, max-age=86400' },
  });
}
