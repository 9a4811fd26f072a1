import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound, tooManyRequests } from '#app/server/require-viewer.server.ts';
import { findOpenDataFile } from '#app/use-cases/open-data/find-open-data-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, client } = contextOf(context);
  const found = await findOpenDataFile(world, { name: params.file!, client });
  if (!found.ok) {
    switch (found.reason) {
      case 'not-found':
        throw notFound();
      case 'too-many':
        throw tooManyRequests(found.seconds);
    }
  }
  const { file, changedAt } = found;
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    'Content-Type': file.mediaType,
    // Who no longer agrees is gone at once, so a cache asks each time.
    'Cache-Control': 'public, no-cache',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Last-Modified, Content-Disposition',
    'Last-Modified': new Date(changedAt).toUTCString(),
    ETag: etag,
  };
  if (isKnown(request, etag, changedAt)) return new Response(null, { status: 304, headers });
  const name = world.demo ? `eksempeldata-${file.name}` : file.name;
  return new Response(file.text, {
    headers: { ...headers, 'Content-Disposition': `attachment; filename="${name}"` },
  });
}

/** A tag decides where there is one; otherwise the instant, which HTTP knows in whole seconds. */
function isKnown(request: Request, etag: string, changedAt: string): boolean {
  const tags = request.headers.get('if-none-match');
  if (tags !== null) return tags.split(/\s*,\s*/).some((each) => each === '*' || each.replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return Number.isFinite(since) && Math.floor(Date.parse(changedAt) / 1000) * 1000 < since;
}
