import type { EntryContext, ServerBuild } from '@remix-run/node';
import { createRequestHandler, writeReadableStreamToWritable } from '@remix-run/node';
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration } from '@remix-run/react';
import express from 'express';
import { renderToString } from 'react-dom/server';

/**
 * An empty Remix behind Express, set up as its documentation says and rendered to one string: the cost of a page
 * without our code.
 */
function Root() {
  return (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function Index() {
  return <main>{lines}</main>;
}

const lines = Array.from({ length: 100 }, (_, at) => (
  <p key={at.toString()} className="line">
    <span>{at}</span>
  </p>
));

const plain = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  imports: [],
};
const build: ServerBuild = {
  entry: {
    module: {
      default(request: Request, status: number, headers: Headers, context: EntryContext) {
        headers.set('Content-Type', 'text/html');
        const page = renderToString(<RemixServer context={context} url={request.url} />);
        return new Response(`<!doctype html>${page}`, { status, headers });
      },
    },
  },
  routes: {
    root: { id: 'root', path: '', module: { default: Root } },
    index: { id: 'index', parentId: 'root', index: true, module: { default: Index } },
  },
  assets: {
    entry: { module: '/entry.js', imports: [] },
    routes: {
      root: { id: 'root', path: '', module: '/root.js', ...plain },
      index: { id: 'index', parentId: 'root', index: true, module: '/index.js', ...plain },
    },
    url: '/manifest.js',
    version: '1',
  },
  assetsBuildDirectory: '',
  publicPath: '/',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
  mode: 'production',
};

const port = Number(process.env.PORT);
const handle = createRequestHandler(build, 'production');
const app = express();
app.get('/readyz', (_, response) => void response.send('ready'));
app.all('*', async (asked, answer) => {
  const headers = asked.headers as Record<string, string>;
  const { status, headers: own, body } = await handle(new Request(`http://127.0.0.1:${port}${asked.url}`, { headers }));
  answer.status(status);
  for (const [name, value] of own) answer.append(name, value);
  if (body) await writeReadableStreamToWritable(body, answer);
  else answer.end();
});
app.listen(port, '127.0.0.1');
