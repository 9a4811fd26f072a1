/** A request as the worker sees it: what it may answer without a network, and how. */
export type AskedFor = 'asset' | 'page' | 'data' | 'routes' | 'file' | 'form' | 'sign-out' | undefined;

type Asked = { method: string; mode: string; url: string; type: string };

/** Which requests the worker looks at. Everything else goes to the network as if there were no worker. */
export function askedFor({ method, mode, url, type }: Asked, origin: string): AskedFor {
  const { pathname, origin: theirs } = new URL(url);
  if (theirs !== origin) return undefined;
  if (method === 'POST') {
    if (pathname === '/sign-out') return 'sign-out';
    // Files are never kept: a form with them is left to the page.
    if (type && !type.startsWith('application/x-www-form-urlencoded')) return undefined;
    const path = withoutData(pathname);
    return /^\/(guidance|practice\/ask|enrolments\/[^/]+\/steps\/[^/]+(\/place)?)$/.test(path) ? 'form' : undefined;
  }
  if (method !== 'GET') return undefined;
  if (pathname.startsWith('/assets/') || pathname === '/favicon.svg') return 'asset';
  if (mode === 'navigate') return 'page';
  if (pathname.startsWith('/course-files/')) return 'file';
  if (pathname === '/__manifest') return 'routes';
  return pathname.endsWith('.data') ? 'data' : undefined;
}

/** The address of the page that a request for its data belongs to. */
export const withoutData = (path: string): string => path.replace(/\.data$/, '').replace(/^\/_root$/, '/');

/** The files that a page brings with it: scripts, styles, fonts and figures. */
export function filesOf(html: string): string[] {
  const found =
    html.match(/\/(?:assets\/[\w.-]+\.(?:js|css|woff2|svg|png)|course-files\/[\w.-]+\.(?:svg|png|jpg|webp))/g) ?? [];
  return [...new Set(found)];
}

/** The title of a page without the name of the service. */
export function titleOf(html: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  return title
    .replace(/ – Vejlederbevis$/, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');
}

/**
 * A kept page with another operation, so that two notes that are filled in on it are two. In practice the operation also
 * gives the order of the options, so there it stays.
 */
export function withNewOperation(html: string, operation: string): string {
  const [, old] = /name="operation" value="([\w-]+)"/.exec(html) ?? [];
  return old ? html.replaceAll(old, operation) : html;
}

/** Whether a kept page is to be fetched again: after an hour, or when somebody has sent a form from it. */
export const isStale = (keptAt: string, now: number): boolean => !(now - Date.parse(keptAt) < 3_600_000);
