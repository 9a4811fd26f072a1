import { changeQueue, clearOwn, leave, readOwner, readQueue, signOutIfLeft } from './device.ts';
import { fetchSeen, keepAgain, keptOn, localDay, redirectTo } from './keep-pages.ts';
import { withoutData } from './kept.ts';
import { titleOfKept } from './title-of-kept.ts';
import { addWaiting, nextToSend, onTheDay, sentAs, startsTest, waitingKindOf } from './waiting.ts';
import { type FetchEvent, tellPages, worker } from './worker-scope.ts';

/** A form is sent; without a network it waits if it can, and the page says what became of it. */
export async function answerForm(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const url = new URL(request.url);
  const path = withoutData(url.pathname);
  const fields = new URLSearchParams(await request.clone().text());
  try {
    const answer = await fetchSeen(request);
    if (!path.endsWith('/place')) event.waitUntil(keepAgain(path).catch(() => undefined));
    return answer;
  } catch {
    const next = await withoutNetwork(path, url.search.replace(/[?&]_routes=[^&]*/, ''), fields);
    tellPages({ offline: true });
    if (request.mode === 'navigate') return redirectTo(next);
    await (await worker.clients.get(event.clientId))?.navigate(next).catch(() => undefined);
    return Response.error();
  }
}

/** What a form comes to without a network: the address that the page goes on to. */
async function withoutNetwork(path: string, search: string, fields: URLSearchParams): Promise<string> {
  // Where somebody has read to is not worth waiting for: the page comes again as it was kept, at the same place.
  if (path.endsWith('/place')) return `${path.replace(/\/place$/, '')}?kept=1#${fields.get('section')}`;
  const kind = waitingKindOf(path, fields);
  if (startsTest(path, fields)) return `/offline?${new URLSearchParams({ because: 'test', wanted: path })}`;
  if (!kind || (await readOwner()) === null)
    return `/offline?${new URLSearchParams({ because: 'form', wanted: path })}`;
  const now = new Date();
  const kept = kind === 'guidance' ? await keptOn(path) : undefined;
  const body = kept ? onTheDay(fields.toString(), { kept, today: localDay(now) }) : fields.toString();
  const title = await titleOfKept(path + (kind === 'practice' ? search : ''));
  const item = { id: crypto.randomUUID(), kind, to: path + search, body, title, at: now.toISOString() };
  await changeQueue((queue) => addWaiting(queue, item));
  if (kind === 'practice') return '/practice/ask';
  // The address is a new one each time, otherwise the browser would only move to the place in the open page.
  return `${path}?waits=${item.id}${kind === 'exercise' ? `#${fields.get('exercise')}` : ''}`;
}

let sending: Promise<void> | undefined;

/** Sends what waits, each once and in its order, as the person who wrote it; or drops one of them. */
export async function send({ drop }: { drop?: string } = {}): Promise<void> {
  if (drop) await changeQueue((queue) => queue.filter(({ id }) => id !== drop));
  else await (sending ??= sendAll().finally(() => (sending = undefined)));
}

async function sendAll(): Promise<void> {
  await signOutIfLeft();
  const owner = await readOwner();
  let sent = 0;
  for (;;) {
    const next = nextToSend(await readQueue());
    if (!next || owner === null) break;
    let answer: Response;
    try {
      answer = await fetch(next.to, {
        method: 'POST',
        body: new URLSearchParams(next.body),
        headers: { 'Offline-Owner': owner },
        redirect: 'manual',
      });
    } catch {
      break;
    }
    const is = sentAs(answer.status, answer.type === 'opaqueredirect');
    if (is === 'later' || is === 'signed-out') break;
    await changeQueue((queue) =>
      is === 'done'
        ? queue.filter(({ id }) => id !== next.id)
        : queue.map((each) => (each.id === next.id ? { ...each, refused: answer.status } : each)),
    );
    if (is === 'done') sent += 1;
    await keepAgain(next.to.split('?')[0]!).catch(() => undefined);
  }
  if (sent > 0) tellPages({ sent, offline: false });
}

/** Signing out asks first while something waits, and then leaves nothing on the device. */
export async function answerSignOut(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const fields = new URLSearchParams(await request.clone().text());
  if (!fields.has('anyway')) {
    await send().catch(() => undefined);
    if ((await readQueue()).length > 0) return redirectTo('/offline?because=leaving');
  }
  try {
    const answer = await fetch(request);
    await clearOwn();
    return answer;
  } catch {
    await leave();
    return redirectTo('/');
  }
}
