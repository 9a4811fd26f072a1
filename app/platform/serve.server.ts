import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import { createRequestHandler } from '@remix-run/express';
import compression from 'compression';
import express from 'express';
import { sql } from 'kysely';
import { deliverOutbox } from '../use-cases/deliver-outbox.server.ts';
import { sweepDeadlines } from '../use-cases/learning/sweep-deadlines.server.ts';
import { findViewer } from '../use-cases/sign-in/find-viewer.server.ts';
import { sweepSignIn } from '../use-cases/sign-in/sweep-sign-in.server.ts';
import { clientAddress } from './client-address.server.ts';
import { type Environment, readSettings } from './env.server.ts';
import { languageOf } from './language.server.ts';
import type { LoadContext } from './load-context.server.ts';
import { type Log, makeLog } from './log.server.ts';
import { openWorld } from './open-world.server.ts';
import { projectRoot } from './project-root.server.ts';
import { sameOrigin } from './same-origin.server.ts';
import { securityHeaders } from './security-headers.server.ts';
import { cookieNames, keyOf, readCookieHeader } from './session-cookie.server.ts';
import type { World } from './world.server.ts';

/** Five files of ten megabytes and a text. */
const mostBytes = 52 * 1024 * 1024;

/** Starts the service with these settings, or says what is wrong and ends. */
export async function start(source: Record<string, string | undefined>, development: boolean): Promise<void> {
  const settings = readSettings(source);
  if (!settings.ok) {
    for (const { name, message } of settings.problems) console.error(`${name}: ${message}`);
    process.exit(1);
  }
  const world = await openWorld(settings.env, { migrate: true }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  await serve(settings.env, world, makeLog(settings.env.logLevel), development);
}

async function serve(env: Environment, world: World & { close(): Promise<void> }, log: Log, development: boolean) {
  const root = projectRoot();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  let stopping = false;

  app.get('/healthz', (_, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_, response) => {
    const ready =
      !stopping &&
      (await sql`select 1`.execute(world.db).then(
        () => true,
        () => false,
      ));
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n');
  });

  app.use(securityHeaders({ https: world.publicUrl.startsWith('https:'), development }));
  app.use(compression({ level: 1, threshold: 1024, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }));
  app.use((request, response, next) => {
    if (Number(request.get('content-length') ?? 0) <= mostBytes) next();
    else response.status(413).type('text/plain').send('Det er for meget på én gang. Højst 5 filer på hver 10 MB.\n');
  });
  const vite = development ? await developmentServer() : undefined;
  if (vite) app.use(vite.middlewares);
  else serveFiles(app, path.join(root, 'build', 'client'));
  app.use(sameOrigin(originsOf(env)));

  const cookies = cookieNames(world.publicUrl);
  const build = vite ? () => vite.ssrLoadModule('virtual:remix/server-build') as never : await productionBuild(root);
  const remix = createRequestHandler({
    build,
    mode: development ? 'development' : 'production',
    getLoadContext: (_, response) => response.locals.load as never,
  });
  app.all('*', async (request, response, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    response.setHeader('X-Request-Id', requestId);
    try {
      const cookie = readCookieHeader(request.get('cookie'), cookies.session);
      const viewer = cookie?.length === 43 ? await findViewer(world, keyOf(cookie)) : undefined;
      const language = languageOf(request.query.lang, readCookieHeader(request.get('cookie'), cookies.language));
      const client = clientAddress(
        request.socket.remoteAddress ?? '',
        request.get('x-forwarded-for'),
        env.trustedProxies,
      );
      const load: LoadContext = { world, viewer, language, nonce: response.locals.nonce, requestId, client };
      response.locals.load = load;
      if (viewer) response.setHeader('Cache-Control', 'private, no-store');
      await remix(request, response, next);
    } catch (error) {
      next(error);
    } finally {
      const { method, path: asked } = request;
      log.info({
        requestId,
        method,
        route: withoutSecrets(asked),
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
      });
    }
  });
  app.use((error: unknown, request: express.Request, response: express.Response, _next: express.NextFunction) => {
    const requestId = response.getHeader('X-Request-Id');
    log.error({ requestId, error: error instanceof Error ? error.message : String(error) });
    if (response.headersSent) return void response.end();
    response
      .status(503)
      .type('text/html')
      .send(troublePage(String(requestId ?? ''), request.path.startsWith('/v/')));
  });

  const server = app.listen(env.port, env.host);
  await once(server, 'listening');
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  console.log(`Vejlederbevis: ${env.appUrl ?? `http://${env.host === '0.0.0.0' ? 'localhost' : env.host}:${port}`}`);
  if (world.demoSignIn) console.log('Eksempeldata: log ind som en af eksempelpersonerne på /sign-in');

  const rounds = setInterval(() => {
    const tell = (error: unknown) => log.error({ error: error instanceof Error ? error.message : String(error) });
    sweepDeadlines(world).catch(tell);
    deliverOutbox(world).catch(tell);
    sweepSignIn(world).catch(tell);
  }, 60_000);

  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ stopping: signal });
    clearInterval(rounds);
    server.close(async () => {
      await world.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

/** Hashed assets for a year, as the build compressed them; other files for an hour, never on page paths. */
function serveFiles(app: express.Express, folder: string) {
  const assets = path.join(folder, 'assets');
  const there = new Set(readdirSync(assets));
  app.use('/assets', (request, response, next) => {
    const name = request.path.slice(1);
    const [encoding, end] = request.acceptsEncodings('br') ? (['br', '.br'] as const) : (['gzip', '.gz'] as const);
    if (there.has(name + end) && request.acceptsEncodings(encoding)) {
      request.url = `/${name}${end}`;
      response.setHeader('Content-Encoding', encoding);
      response.type(path.extname(name));
    }
    response.setHeader('Vary', 'Accept-Encoding');
    next();
  });
  app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  const files = express.static(folder, { maxAge: '1h', index: false });
  app.use((request, response, next) => {
    if (/\.\w+$/.test(request.path) && !request.path.endsWith('.data')) files(request, response, next);
    else next();
  });
}

async function productionBuild(root: string) {
  return import(/* @vite-ignore */ pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href);
}

async function developmentServer() {
  const { createServer } = await import('vite');
  return createServer({ server: { middlewareMode: true } });
}

function originsOf({ appUrl, port }: Environment): string[] {
  return appUrl ? [new URL(appUrl).origin] : [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
}

/** A certificate's code opens its page, so it is not for the log. */
function withoutSecrets(asked: string): string {
  return asked.replace(/^\/v\/[^/]+/, '/v/…');
}

/** Before the database has answered there is nothing to say about a certificate, and nothing is said against it. */
function troublePage(requestId: string, checking: boolean): string {
  const [da, en] = checking
    ? [
        'Vi kan ikke svare lige nu. Det siger intet om beviset. Vent et øjeblik, og prøv igen.',
        'We cannot answer right now. That says nothing about the certificate. Wait a moment and try again.',
      ]
    : [
        'Vi kan ikke nå vores database lige nu. Det, du sendte, er ikke gemt. Gå tilbage, vent et øjeblik, og prøv igen.',
        'We cannot reach our database right now. What you sent was not saved. Go back, wait a moment and try again.',
      ];
  return `<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Noget gik galt hos os – Vejlederbevis</title>
<body><main><h1>Noget gik galt hos os</h1><p>${da}</p>
<p lang="en">${en}</p><p>${requestId}</p></main></body></html>`;
}
