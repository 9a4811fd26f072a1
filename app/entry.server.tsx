import { type AppLoadContext, type EntryContext, readableStreamToString } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { isUnavailable } from '#db/unavailable.ts';
import { NonceContext } from './components/frame/nonce.ts';
import { faultOf } from './platform/log.server.ts';
import { contextOf, type LoadContext } from './server/load-context.server.ts';
import { wordsIn } from './words/words.server.ts';

/**
 * Nothing here is deferred, so the page is rendered to one string: about half the CPU of the streaming entry. The
 * loader data that single fetch would stream is written as one script at the end of the body. The server sends the
 * string directly, because a `Response` would turn it into a stream that has to be read again.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  given: unknown,
) {
  const load = given as LoadContext;
  const { nonce, language } = load;
  const handoff = entry.serverHandoffStream;
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={wordsIn(language)}>
        <RemixServer context={matchedOnly(entry)} url={request.url} nonce={nonce} />
      </I18nextProvider>
    </NonceContext.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  const html =
    handoff && page.includes('__remixContext') ? withData(page, await readableStreamToString(handoff), nonce) : page;
  load.page = Buffer.from(`<!doctype html>${styleFirst(html)}`);
  return new Response(null, { status, headers });
}

/** Remix would log the whole error, which may contain what people wrote. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
  const load = contextOf(context);
  load.isAtFault = true;
  load.isUnavailable ||= isUnavailable(error);
  load.log.error({ requestId: load.requestId, ...faultOf(error) });
}

/** Leaves out the stream and the routes of other pages: to render the page, Remix would build and rank all of them. */
function matchedOnly(entry: EntryContext): EntryContext {
  const ids = entry.staticHandlerContext.matches.map(({ route }) => route.id);
  const routes = Object.fromEntries(ids.map((id) => [id, entry.manifest.routes[id]]));
  const manifest = { ...entry.manifest, routes: routes as typeof entry.manifest.routes };
  return { ...entry, manifest, serverHandoffStream: undefined as never };
}

/** The page is readable without its scripts, so on a slow line they wait for the style sheet and the fonts. */
function styleFirst(html: string): string {
  // React warns of an attribute it did not write while one develops.
  if (import.meta.env.DEV) return html;
  return html.replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"');
}

function withData(page: string, data: string, nonce: string): string {
  const quoted = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const stream = 'window.__remixContext.streamController';
  const script = `<script nonce="${nonce}">${stream}.enqueue(${quoted});${stream}.close();document.currentScript.remove()</script>`;
  const end = page.lastIndexOf('</body>');
  return page.slice(0, end) + script + page.slice(end);
}
