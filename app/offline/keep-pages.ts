import { bareAnswer } from './bare-answer.ts';
import {
  beginFor,
  clearOwn,
  clearPages,
  isLeaving,
  keptPages,
  noteListed,
  openAssets,
  openOwn,
  readListed,
  readOwner,
  readQueue,
  signOutIfLeft,
} from './device.ts';
import { filesOf, isStale, withNewOperation } from './kept.ts';
import { type FetchEvent, tellPages, worker } from './worker-scope.ts';

const ownerHeader = 'Offline-Owner';
const keptAt = 'Offline-Kept-At';
const anyway = { ignoreVary: true };

/** A request to the server, whose answer says who is signed in now. */
export async function fetchSeen(request: Request | string, options?: RequestInit): Promise<Response> {
  await signOutIfLeft();
  const answer = await fetch(request, options);
  await see(answer);
  return answer;
}

/** Nothing is kept for anybody but the person who is signed in. */
async function see(answer: Response): Promise<void> {
  // A redirect hides its headers, and a fault of the server says nothing of who asked.
  if (answer.type === 'opaqueredirect' || answer.status >= 500) return;
  const [now, owner] = [answer.headers.get(ownerHeader), await readOwner()];
  if (owner === null || now === owner) return;
  if (now !== null) await clearOwn();
  else if (answer.ok || answer.status === 401) await clearPages();
}

/** Scripts, styles, fonts and figures are taken from the device when they are there: their names change with them. */
export async function answerAsset(request: Request): Promise<Response> {
  const kept = (await caches.match(request, anyway)) ?? undefined;
  return kept ?? fetch(request);
}

/** A page comes from the server if it can be reached, otherwise as it was kept. */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const answer = await fetchSeen(request);
    const url = new URL(request.url);
    if (answer.ok && (await isKept(url))) event.waitUntil(keep(url.pathname + url.search, answer.clone()));
    return answer;
  } catch {
    tellPages({ offline: true });
    return keptAnswer(new URL(request.url));
  }
}

async function isKept({ pathname, search }: URL): Promise<boolean> {
  return (await keptPages()).some(({ url }) => {
    const kept = new URL(url);
    return kept.pathname === pathname && kept.search === search;
  });
}

/** The page as it was kept; another question of practice; or the page that says why not. */
async function keptAnswer(url: URL): Promise<Response> {
  const { pathname } = url;
  if ((await readOwner()) === null) return bareAnswer(await isLeaving());
  const own = await openOwn();
  if (pathname === '/practice/ask' && !(await own.match(url.href, anyway))) return redirectTo(await nextQuestion());
  const kept = (await own.match(url.href, anyway)) ?? (await own.match(pathname, anyway));
  if (kept) return markedAsKept(kept, pathname);
  if (pathname === '/offline') return bareAnswer(false);
  return redirectTo(`/offline?${new URLSearchParams({ wanted: pathname + url.search })}`);
}

/** A question that was kept and whose answer does not wait yet. */
async function nextQuestion(): Promise<string> {
  const answered = (await readQueue()).map(({ body }) => new URLSearchParams(body).get('round'));
  const next = (await keptPages())
    .map(({ url }) => new URL(url))
    .find(
      ({ pathname, searchParams }) => pathname === '/practice/ask' && !answered.includes(searchParams.get('round')),
    );
  return next ? next.pathname + next.search : '/offline?because=practice';
}

/** A copy that says it is one, so that its script lets the browser follow links, and whose notes are notes of their own. */
async function markedAsKept(kept: Response, pathname: string): Promise<Response> {
  const html = (await kept.text()).replace('<html ', '<html data-kept="" ');
  const headers = new Headers(kept.headers);
  headers.delete('Content-Length');
  headers.delete('Content-Encoding');
  return new Response(pathname === '/practice/ask' ? html : withNewOperation(html, crypto.randomUUID()), { headers });
}

export const redirectTo = (path: string): Response =>
  Response.redirect(new URL(path, worker.location.origin).href, 303);

/** The day on which a page was kept, in the device's time. */
export async function keptOn(pathname: string): Promise<string | undefined> {
  const at = (await caches.match(pathname, anyway))?.headers.get(keptAt);
  return at ? localDay(new Date(at)) : undefined;
}

export function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

let isKeeping = false;

/**
 * Keeps the pages that can be used without a network, one request after the other, and takes away those that cannot any
 * more. `loaded` are the files that the open page has loaded: some are asked for by scripts and stand in no page.
 */
export async function keepPages(loaded: readonly string[]): Promise<void> {
  if (isKeeping) return;
  isKeeping = true;
  try {
    await keepAll(loaded);
  } catch {
    // Without a network, what was kept stays.
  } finally {
    isKeeping = false;
  }
}

/** The list is asked for again after so long. */
const listLasts = 120_000;

async function keepAll(loaded: readonly string[]): Promise<void> {
  if (Date.now() - Date.parse(await readListed()) < listLasts) return;
  const list = await fetchSeen('/offline/kept', { redirect: 'manual' });
  const owner = list.headers.get(ownerHeader);
  if (!list.ok || owner === null) return;
  if ((await readOwner()) !== owner) await beginFor(owner);
  const { addresses }: { addresses: string[] } = await list.json();
  const own = await openOwn();
  const known = await keptPages();
  // The questions of practice have new operations each time; while some of the last time are fresh, they stay.
  const isQuestion = (address: string) => address.startsWith('/practice/ask');
  const pathOf = ({ url }: Request) => url.slice(worker.location.origin.length);
  const fresh = new Set<string>();
  for (const page of known)
    if (!isStale((await own.match(page, anyway))?.headers.get(keptAt) ?? '', Date.now())) fresh.add(pathOf(page));
  const hasQuestions = [...fresh].some(isQuestion);
  const wanted = addresses.filter((address) => !(isQuestion(address) && hasQuestions));
  for (const page of known)
    if (!wanted.includes(pathOf(page)) && !(isQuestion(pathOf(page)) && hasQuestions)) await own.delete(page, anyway);
  for (const address of wanted)
    if (!fresh.has(address)) await keep(address, await fetchSeen(address, { redirect: 'manual' }));
  const html = await Promise.all(
    (await keptPages()).map(async (page) => (await own.match(page, anyway))?.text() ?? ''),
  );
  await keepFiles([...new Set([...loaded, ...html.flatMap(filesOf)])]);
  await noteListed(new Date().toISOString());
}

async function keep(address: string, answer: Response): Promise<void> {
  // A form that was sent meanwhile may have led elsewhere, or somebody else may have signed in.
  if (!answer.ok || answer.headers.get(ownerHeader) !== (await readOwner())) return;
  const headers = new Headers(answer.headers);
  headers.set(keptAt, new Date().toISOString());
  await (await openOwn()).put(address, new Response(await answer.text(), { headers }));
}

/** The files of the build and the figures of a course are nobody's. Those that no page needs any more are dropped. */
async function keepFiles(files: readonly string[]): Promise<void> {
  const assets = await openAssets();
  for (const file of files) {
    if (await assets.match(file, anyway)) continue;
    const answer = await fetch(file);
    if (answer.ok) await assets.put(file, answer);
  }
  for (const file of await assets.keys())
    if (!files.includes(new URL(file.url).pathname)) await assets.delete(file, anyway);
}

/** A page is fetched again after a form was sent from it: what it showed is no longer so. */
export async function keepAgain(address: string): Promise<void> {
  if (await isKept(new URL(address, worker.location.origin))) await keep(address, await fetchSeen(address));
}
