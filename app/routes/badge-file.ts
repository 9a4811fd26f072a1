import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { readBadge } from '#app/use-cases/certificates/register/read-badge.server.ts';

/** `open-badge.json` is the badge with its proof embedded; `open-badge.jwt` is the badge as a JWT. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireSignedIn(context, request);
  const form = params.file!.match(/^open-badge\.(json|jwt)$/)?.[1];
  const { number, language } = params as { number: string; language: string };
  const badge = form && (await readBadge(world, viewer, { number, language, form }));
  if (!badge) throw notFound();
  return new Response(badge.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': badge.mediaType,
      'Content-Disposition': `attachment; filename="bevis-${number}-${language}.${form}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
