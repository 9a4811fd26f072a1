import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import { type Response as Answer, type Request as Asked, type RequestHandler, Router } from 'express';
import { isReachable } from '#db/open-database.ts';
import { databaseLostMidway, databaseUnavailable, retryInSeconds, sendPage } from './bare-page.server.ts';
import type { LoadContext } from './load-context.server.ts';

/**
 * Remix as one handler for Express. In production each address gets its own Remix handler with only the root and that
 * route: with the whole list, Remix ranks and compiles every route several times per request, which was half of the
 * cost of a page. Addresses that match none of them go to a handler with the whole list.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), origin: string): RequestHandler {
  if (typeof build === 'function') return handlerOf(build, 'development', origin);
  const router = Router();
  /** Addresses without parameters are looked up directly, so that they need not be matched against the patterns. */
  const plain = new Map<string, RequestHandler>();
  const { root, ...others } = build.routes;
  for (const route of Object.values(others)) {
    const isAlone = route.parentId === 'root' && !Object.values(others).some(({ parentId }) => parentId === route.id);
    if (!root || !route.path || route.path === '*' || !isAlone) continue;
    const own = handlerOf({ ...build, routes: { root, [route.id]: route } }, 'production', origin);
    const addresses = [`/${route.path}`, `/${route.path}.data`];
    router.all(addresses, own);
    if (!route.path.includes(':')) for (const address of addresses) plain.set(address, own);
  }
  router.use(handlerOf(build, 'production', origin));
  return (asked, answer, next) => (plain.get(asked.path) ?? router)(asked, answer, next);
}

function handlerOf(build: ServerBuild | (() => Promise<ServerBuild>), mode: string, origin: string): RequestHandler {
  const handle = createRequestHandler(build, mode);
  return async (asked, answer, next) => {
    try {
      const load = answer.locals.load as LoadContext;
      const { status, headers, body } = await handle(requestOf(asked, answer, origin), load as never);
      // The page's own query may be the first one of this visitor that reaches the database.
      if (load.isUnavailable || (load.isAtFault && !(await isReachable(load.world.db))))
        return sendPage(answer, 503, load.goesOn ? databaseLostMidway : databaseUnavailable);
      answer.status(status);
      for (const [name, value] of headers) answer.append(name, value);
      if (status === 503 && !headers.has('retry-after')) answer.setHeader('Retry-After', retryInSeconds);
      const { page } = load;
      // The streams and signals of a response live long and would keep the page in memory.
      delete load.page;
      if (page) answer.setHeader('Content-Length', page.length).end(page);
      else if (body) await writeReadableStreamToWritable(body, answer);
      else answer.end();
    } catch (error) {
      next(error);
    }
  };
}

/** The request as a web `Request`. Only a request with a body can be aborted midway. */
function requestOf(asked: Asked, answer: Answer, origin: string): Request {
  const { method, originalUrl } = asked;
  const headers = asked.headers as Record<string, string>;
  const url = origin + originalUrl;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const breaking = new AbortController();
  answer.once('close', () => breaking.abort());
  const { signal } = breaking;
  return new Request(url, { method, headers, signal, body: createReadableStreamFromReadable(asked), duplex: 'half' });
}
