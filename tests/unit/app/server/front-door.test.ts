import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedBody } from '#app/platform/form.server.ts';
import { busyWithFiles, missingFile, sendPage } from '#app/server/bare-page.server.ts';
import { bodyLimit } from '#app/server/body-limit.server.ts';
import { sameOrigin } from '#app/server/same-origin.server.ts';
import { securityHeaders } from '#app/server/security-headers.server.ts';

const ours = 'https://vejlederbevis.example';

let reading = 0;
let mostReading = 0;

/** A small server with the middleware that every request passes before a page is rendered. */
async function open(https: boolean, limits: Parameters<typeof bodyLimit>[0] = {}) {
  const app = express();
  app.use(securityHeaders({ https, development: false }));
  app.use(sameOrigin([ours]));
  // Who asks is named by a header here; the service reads it from the session.
  app.use((request, response, next) => {
    const personId = request.get('x-person');
    if (personId) response.locals.load = { viewer: { personId } };
    next();
  });
  app.use(bodyLimit(limits));
  app.post('/enrolments/slow', async (request, response) => {
    reading += 1;
    mostReading = Math.max(mostReading, reading);
    for await (const _ of request);
    await new Promise((wait) => setTimeout(wait, 200));
    reading -= 1;
    response.send('read');
  });
  app.get('/bare', (_, response) => sendPage(response, 503, missingFile));
  app.all('*', (request, response) => {
    response.json({ refused: request.headers[refusedBody] ?? null, host: request.headers['x-forwarded-host'] });
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}`, close: () => new Promise((closed) => server.close(closed)) };
}

let door: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  door = await open(false);
});
afterAll(() => door.close());
const post = (path: string, headers: Record<string, string>, body = 'a=1') =>
  fetch(door.url + path, { method: 'POST', headers, body });

describe('a form', () => {
  test.each([
    ['from our own page', { origin: ours }, 200],
    ['from our own page, of a browser that sends no Origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from an address that only begins like ours', { origin: `${ours}.evil.example` }, 403],
    ['from our host without encryption', { origin: 'http://vejlederbevis.example' }, 403],
    ['from nowhere', {}, 403],
    ['from a page in a closed frame', { origin: 'null' }, 403],
    ['from a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    [
      'from another site that also says it is ours',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      403,
    ],
  ])('sent as %s with %j gets the status %i', async (_, headers, status) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await fetch(door.url, { method, headers: headers as Record<string, string> })).status).toBe(status);
  });

  test('is checked by its origin, never by the host the caller names, while a page may be read from anywhere', async () => {
    const read = await fetch(door.url, {
      headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    });
    expect(await read.json()).toMatchObject({ host: 'vejlederbevis.example' });
  });
});

describe('the body', () => {
  const refusedOf = async (path: string, bytes: number, who: object = { 'x-person': 'vera' }) => {
    const answer = await post(path, { origin: ours, ...who }, 'x'.repeat(bytes));
    return ((await answer.json()) as { refused: string | null }).refused;
  };
  const megabyte = 1024 * 1024;
  test('of a request is read up to a megabyte, and further only on pages that accept files', async () => {
    expect(await refusedOf('/sign-in', megabyte)).toBeNull();
    expect(await refusedOf('/sign-in', megabyte + 1)).toBe('413');
    expect(await refusedOf('/grading/1/enrolments/', megabyte + 1)).toBe('413');
    for (const path of ['/enrolments/1/steps/oplaeg', '//holds/1/import'])
      expect(await refusedOf(path, megabyte + 1)).toBeNull();
    expect(await refusedOf('/enrolments/1/steps/oplaeg', 53 * megabyte)).toBe('413');
  });
  test('with files is read only from somebody who is signed in', async () => {
    expect(await refusedOf('/enrolments/1/steps/oplaeg', megabyte, {})).toBeNull();
    expect(await refusedOf('/enrolments/1/steps/oplaeg', megabyte + 1, {})).toBe('401');
    expect(await refusedOf('/sign-in', megabyte + 1, {})).toBe('413');
  });
  test('with files is read beside a few others, one for each person, and each gets its turn', async () => {
    const narrow = await open(false, { bytesAtOnce: 4 * megabyte });
    const send = (person: string) =>
      fetch(`${narrow.url}/enrolments/slow`, {
        method: 'POST',
        headers: { origin: ours, 'x-person': person },
        body: 'x'.repeat(2 * megabyte),
      });
    mostReading = 0;
    expect(await Promise.all(['a', 'a', 'b', 'c', 'd'].map(async (person) => (await send(person)).status))).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(mostReading).toBe(2);
    mostReading = 0;
    await Promise.all(['a', 'a', 'a'].map(send));
    expect(mostReading).toBe(1);
    await narrow.close();
  });
  test('that waits too long for its turn is refused with words and a time, and what was first is read', async () => {
    const narrow = await open(false, { bytesAtOnce: 2 * megabyte, longestWait: 50 });
    const send = (person: string) =>
      fetch(`${narrow.url}/enrolments/slow`, {
        method: 'POST',
        headers: { origin: ours, 'x-person': person },
        body: 'x'.repeat(2 * megabyte),
      });
    const answers = await Promise.all(['a', 'b'].map(send));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    const late = answers.find(({ status }) => status === 503)!;
    expect([late.headers.get('retry-after'), await late.text()]).toEqual([
      '5',
      expect.stringContaining(busyWithFiles.danish),
    ]);
    await narrow.close();
  });
  test('of a request is not accepted because of a header that claims it was checked', async () => {
    const answer = await post('/sign-in', { origin: ours, [refusedBody]: '200' });
    expect(await answer.json()).toMatchObject({ refused: null });
  });
  test('of a request is refused without its length, and cut off if it is endless', async () => {
    const socket = connect(door.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const chunk = 'x'.repeat(megabyte);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nOrigin: ${ours}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    let sent = 0;
    const closed = new Promise((end) => socket.once('close', end));
    const send = () => {
      while (!socket.destroyed && sent < 400) {
        sent += 1;
        if (!socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`)) return void socket.once('drain', send);
      }
    };
    send();
    await closed;
    expect(sent).toBeGreaterThan(200);
    expect(sent).toBeLessThan(300);
  });
});

describe('a response', () => {
  test('has a nonce of its own and allows no script, frame, form or base of others', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(door.url)).headers.get('content-security-policy')!),
    );
    const nonces = policies.map((policy) => /'nonce-([A-Za-z0-9+/]{22}==)'/.exec(policy)![1]);
    expect(new Set(nonces).size).toBe(2);
    for (const policy of policies) {
      const parts = Object.fromEntries(policy.split(';').map((part) => [part.split(' ')[0], part]));
      expect(parts['script-src']).toMatch(/^script-src 'self' 'nonce-[^ ]+'$/);
      expect(policy).not.toContain('unsafe');
      for (const part of [
        "default-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        expect(policy.split(';')).toContain(part);
    }
  });

  test('never has the nonce of another response', async () => {
    const nonces = new Set<string>();
    for (let each = 0; each < 600; each++)
      nonces.add(/'nonce-[^']+'/.exec((await fetch(door.url)).headers.get('content-security-policy')!)![0]);
    expect(nonces.size).toBe(600);
  });

  test('about a certificate is not cached and not indexed by search engines', async () => {
    const { headers } = await fetch(`${door.url}//V/0123`);
    expect([headers.get('cache-control'), headers.get('x-robots-tag'), headers.get('referrer-policy')]).toEqual([
      'no-store',
      'noindex',
      'same-origin',
    ]);
    expect((await fetch(`${door.url}/help`)).headers.get('x-robots-tag')).toBeNull();
  });

  test('asks for encryption only if the address of the service is encrypted', async () => {
    const encrypted = await open(true);
    const { headers } = await fetch(encrypted.url);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await encrypted.close();
    const plain = (await fetch(door.url)).headers;
    expect(plain.get('strict-transport-security')).toBeNull();
    expect(plain.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  test('of the bare server is in both languages and not cached', async () => {
    const answer = await fetch(`${door.url}/bare`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    const page = await answer.text();
    expect(page).toContain(missingFile.danish);
    expect(page).toContain(`<p lang="en">${missingFile.english}</p>`);
    expect(page).not.toMatch(/<script|style=/);
  });
});
