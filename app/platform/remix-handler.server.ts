import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { type RequestHandler, Router } from 'express';

/**
 * Remix as one handler for Express. In production each address has a Remix of its own, made of the root and that one
 * route: over the whole list Remix ranks and compiles every route several times for each request, which was half of
 * what a page cost. What no address fits goes to the whole list.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  if (typeof build === 'function') return handlerOf(build, 'development');
  const router = Router();
  const { root, ...others } = build.routes;
  for (const route of Object.values(others)) {
    const isAlone = route.parentId === 'root' && !Object.values(others).some(({ parentId }) => parentId === route.id);
    if (!root || !route.path || route.path === '*' || !isAlone) continue;
    const own = handlerOf({ ...build, routes: { root, [route.id]: route } }, 'production');
    router.all([`/${route.path}`, `/${route.path}.data`], own);
  }
  router.use(handlerOf(build, 'production'));
  return router;
}

function handlerOf(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): RequestHandler {
  return createRequestHandler({ build, mode, getLoadContext: (_, response) => response.locals.load as never });
}
