import { answerForm, answerSignOut, send } from './answer-form.ts';
import { keptPages, readOwner, readQueue } from './device.ts';
import { answerAsset, answerPage, fetchSeen, keepPages } from './keep-pages.ts';
import { askedFor, titleOf, withoutData } from './kept.ts';
import { type AskedEvent, type FetchEvent, type Told, tellPages, worker } from './worker-scope.ts';

// A new build has a worker with another address, which takes over at once: what was kept is answered by either.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event: FetchEvent) => {
  const { request } = event;
  const { method, mode, url } = request;
  const kind = askedFor({ method, mode, url, type: request.headers.get('content-type') ?? '' }, worker.location.origin);
  switch (kind) {
    case 'asset':
    case 'file':
      return event.respondWith(answerAsset(request));
    case 'page':
      return event.respondWith(answerPage(event));
    case 'data':
    case 'routes':
      return event.respondWith(answerData(event));
    case 'form':
      return event.respondWith(answerForm(event));
    case 'sign-out':
      return event.respondWith(answerSignOut(event));
  }
});

/** What a page asks its worker. */
worker.addEventListener('message', (event: AskedEvent) => {
  const { data, source } = event;
  const work = async () => {
    if (data.ask === 'drop') await send({ drop: data.id });
    else if (data.ask === 'send') await send();
    else if (data.ask === 'keep') await keepPages(data.assets);
    source?.postMessage(await state());
  };
  event.waitUntil(work());
});

/**
 * The data of a page, or its routes, for the router of Remix. Without a network the page itself is asked for, which may be
 * kept.
 */
async function answerData(event: FetchEvent): Promise<Response> {
  try {
    return await fetchSeen(event.request);
  } catch {
    const url = new URL(event.request.url);
    const wanted = url.pathname === '/__manifest' ? url.searchParams.getAll('p') : [withoutData(url.pathname)];
    tellPages({ offline: true });
    // Remix also asks for the routes of all links on a page, which nobody has followed: it is told to ask again later.
    if (wanted.length > 1) return new Response(null, { status: 204, headers: { 'X-Remix-Reload-Document': 'true' } });
    const search = url.pathname === '/__manifest' ? '' : url.search.replace(/[?&]_routes=[^&]*/, '');
    await (await worker.clients.get(event.clientId))?.navigate(wanted[0]! + search).catch(() => undefined);
    return Response.error();
  }
}

/** What waits and what is kept, for the pages that show it. */
async function state(): Promise<Told> {
  const pages = await keptPages();
  const kept = await Promise.all(
    pages.map(async (page) => {
      const { pathname, search } = new URL(page.url);
      const answer = await caches.match(page, { ignoreVary: true });
      return { path: pathname + search, title: titleOf((await answer?.text()) ?? '') };
    }),
  );
  const waiting = (await readQueue()).map(({ body, ...item }) => ({
    ...item,
    field: new URLSearchParams(body).get('exercise') ?? '',
  }));
  return { waiting, kept, owned: (await readOwner()) !== null };
}
