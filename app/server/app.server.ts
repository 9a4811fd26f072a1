import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { Environment } from '#app/platform/env.server.ts';
import { languageOf } from '#app/platform/language.server.ts';
import { faultOf, type Log, pathForLog } from '#app/platform/log.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { cookieNames, keyOf, readCookieHeader } from '#app/platform/session-cookie.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { findViewer } from '#app/use-cases/sign-in/find-viewer.server.ts';
import { checkUnavailable, databaseUnavailable, malformedAddress, missingFile, sendPage } from './bare-page.server.ts';
import { bodyLimit } from './body-limit.server.ts';
import { checkAsJson } from './check-as-json.server.ts';
import { clientAddress, networkOf } from './client-address.server.ts';
import type { Health } from './health.server.ts';
import type { LoadContext } from './load-context.server.ts';
import { refuseOdd } from './odd-request.server.ts';
import { ownerHeader, ownerOf } from './offline-owner.server.ts';
import { remixHandler } from './remix-handler.server.ts';
import { sameOrigin } from './same-origin.server.ts';
import { securityHeaders, setAssetHeaders } from './security-headers.server.ts';

/** The Express application: what is asked of it passes these pieces from top to bottom. */
export async function appOf(
  env: Environment,
  world: World,
  log: Log,
  { development, life, health }: { development: boolean; life: { readonly stopping: boolean }; health: Health },
): Promise<express.Express> {
  const root = projectRoot();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);

  app.get('/healthz', (_, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_, response) => {
    const ready = !life.stopping && (await health.isReady());
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n');
  });

  const built = path.join(root, 'build', 'client');
  if (!development) serveAssets(app, path.join(built, 'assets'));
  app.use(securityHeaders({ https: world.publicUrl.startsWith('https:'), development }));
  app.use(compression({ level: 5, threshold: 1024, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  app.use(refuseOdd);
  const vite = development ? await developmentServer() : undefined;
  if (vite) app.use(vite.middlewares);
  else serveFiles(app, built);
  app.use(sameOrigin(originsOf(env)));
  app.use(loadContextFor(env, world, log));
  app.use(bodyLimit());
  app.get('/v/:code', checkAsJson);
  app.use(
    remixHandler(
      vite ? () => vite.ssrLoadModule('virtual:remix/server-build') as never : await productionBuild(root),
      new URL(world.publicUrl).origin,
    ),
  );
  app.use(answerFault(log));
  return app;
}

/** Who asks, in which language and from where: what every loader and action is given. One log line per request. */
function loadContextFor(env: Environment, world: World, log: Log): express.RequestHandler {
  const cookies = cookieNames(world.publicUrl);
  return async (request, response, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const { method, path: asked } = request;
      const ms = Math.round(performance.now() - began);
      log.info({ requestId, method, route: pathForLog(asked), status: response.statusCode, ms });
    });
    try {
      const cookie = readCookieHeader(request.get('cookie'), cookies.session);
      const known = cookie?.length === 43 ? await findViewer(world, keyOf(cookie)) : undefined;
      const owner = known && ownerOf(known.personId);
      // What waited in the browser for somebody else is not sent as this person.
      const viewer = (request.get(ownerHeader) ?? owner) === owner ? known : undefined;
      const language = languageOf(request.query.lang, readCookieHeader(request.get('cookie'), cookies.language));
      const client = networkOf(
        clientAddress(request.socket.remoteAddress ?? '', request.get('x-forwarded-for'), env.trustedProxies),
      );
      const { nonce } = response.locals;
      const inDocument = !request.path.endsWith('.data');
      const load: LoadContext = { world, viewer, language, inDocument, nonce, requestId, log, client };
      response.locals.load = load;
      if (viewer && owner) {
        response.setHeader('Cache-Control', 'private, no-store');
        response.setHeader(ownerHeader, owner);
      }
      next();
    } catch (error) {
      next(error);
    }
  };
}

/** A fault of the request gets its status; any other fault is logged and answered by 503. */
function answerFault(log: Log): express.ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error);
    if (status === undefined) log.error({ requestId: response.getHeader('X-Request-Id'), ...faultOf(error) });
    if (response.headersSent) return void response.end();
    if (status === undefined)
      sendPage(response, 503, request.path.startsWith('/v/') ? checkUnavailable : databaseUnavailable);
    else sendPage(response, status, malformedAddress);
  };
}

/** The service worker keeps pages of every address, so its file may speak for more than its own folder. */
const isWorker = (name: string) => /^offline-worker-[\w-]+\.js$/.test(name);

/** Hashed assets for a year, as the build compressed them. */
function serveAssets(app: express.Express, folder: string) {
  const there = new Set(readdirSync(folder));
  // The content of a file with a hash in its name never changes, so browsers need no validators, which would cost bytes.
  const unasked = { etag: false, lastModified: false, acceptRanges: false };
  const files = express.static(folder, { immutable: true, maxAge: '1y', index: false, ...unasked });
  app.use('/assets', (request, response, next) => {
    const name = request.path.slice(1);
    if (!there.has(name)) return next();
    const [encoding, end] = request.acceptsEncodings('br') ? (['br', '.br'] as const) : (['gzip', '.gz'] as const);
    if (there.has(name + end) && request.acceptsEncodings(encoding)) {
      request.url = `/${name}${end}`;
      response.setHeader('Content-Encoding', encoding);
      response.type(path.extname(name));
    }
    response.setHeader('Vary', 'Accept-Encoding');
    setAssetHeaders(response);
    if (isWorker(name)) response.setHeader('Service-Worker-Allowed', '/');
    files(request, response, next);
  });
}

/** Other files for an hour, never on page paths; an asset that is not there any more gets a page that says so. */
function serveFiles(app: express.Express, folder: string) {
  app.use('/assets', (_, response) => sendPage(response, 404, missingFile));
  const files = express.static(folder, { maxAge: '1h', index: false });
  app.use((request, response, next) => {
    if (/\.\w+$/.test(request.path) && !request.path.endsWith('.data')) files(request, response, next);
    else next();
  });
}

async function productionBuild(root: string): Promise<ServerBuild> {
  return import(/* @vite-ignore */ pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href);
}

async function developmentServer() {
  const { createServer } = await import('vite');
  return createServer({ server: { middlewareMode: true } });
}

function originsOf({ appUrl, port }: Environment): string[] {
  return appUrl ? [new URL(appUrl).origin] : [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
}

/** Express gives an error that the request caused a status; any other error is ours. */
function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500 ? status : undefined;
}
