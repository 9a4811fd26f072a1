import type { LoaderFunctionArgs } from '@remix-run/node';
import { outlinesAsSvg } from '#app/components/readiness/map/outlines.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
  requireViewer(context, request, 'see-readiness');
  return new Response(outlinesAsSvg, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, max-age=86400' },
  });
}
