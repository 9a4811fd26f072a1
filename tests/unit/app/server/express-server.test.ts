import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { serverOf } from '#app/server/express-server.server.ts';

test("requests and responses have Express's prototypes from the start, and work as usual", async () => {
  const app = express();
  app.get('/', (request, response) => void response.json({ accepts: request.accepts('html') }));
  const given = app as unknown as { request: object; response: object };
  const server = serverOf(app);
  const born: unknown[] = [];
  server.prependListener('request', (request, response) =>
    born.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await (await fetch(url, { headers: { accept: 'text/html' } })).json()).toEqual({ accepts: 'html' });
    expect(born).toHaveLength(2);
    expect(born[0]).toBe(given.request);
    expect(born[1]).toBe(given.response);
  } finally {
    server.close();
  }
});
