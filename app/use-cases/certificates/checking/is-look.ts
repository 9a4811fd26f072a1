/** Clients that fetch pages automatically: search engines, link previews, monitors and other programs. */
const machines =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|uptime|scan|curl|wget|python|java\/|http-?client|axios|node/i;

/**
 * True if a person opens the page to look at it. Bots, prefetched pages and the page's own requests (such as after a
 * name was compared) do not count. Opening the page again counts again.
 */
export function isLook(request: Request): boolean {
  const agent = request.headers.get('User-Agent') ?? '';
  const from = request.headers.get('Referer');
  const here = new URL(request.url).pathname.replace(/\.data$/, '');
  return (
    request.method === 'GET' &&
    agent !== '' &&
    !machines.test(agent) &&
    !/prefetch|prerender/.test(request.headers.get('Sec-Purpose') ?? '') &&
    !(from && URL.canParse(from) && new URL(from).pathname === here)
  );
}
