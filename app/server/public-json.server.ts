import { sha256 } from '#app/platform/world.server.ts';

/**
 * JSON for other programs, readable from any site. Caches must revalidate it, and an unchanged answer is not sent
 * again.
 */
export function publicJson(request: Request, json: string, mediaType: string): Response {
  const etag = `"${sha256(json).slice(0, 32)}"`;
  const headers = {
    'Content-Type': mediaType,
    'Cache-Control': 'public, no-cache',
    'Access-Control-Allow-Origin': '*',
    ETag: etag,
  };
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((each) => each.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers });
  return new Response(json, { headers });
}
