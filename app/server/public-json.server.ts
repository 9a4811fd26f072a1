import { sha256 } from '#app/platform/world.server.ts';

/** What programs of others ask for, from any page: never kept without asking again, and not sent twice. */
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
