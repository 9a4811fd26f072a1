import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseOdd } from '#app/server/odd-request.server.ts';

const app = express();
app.use(refuseOdd);
app.use((request, response) => void response.send(`asked ${request.path}`));
let server: Server;
beforeAll(async () => {
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** What the server answers to this first line, sent as it is: `fetch` would put it right. */
async function answerTo(line: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.on('data', (text) => (answer += text));
  socket.end(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  return answer;
}

test.each([
  'GET /%5c',
  'GET /%5C%5Cevil.example',
  'GET /\\evil.example',
  'GET /a%0d%0ab',
  'GET /%7f',
  'GET /%E0%A4%A',
  'GET /search?find=%00',
  'GET http://vejlederbevis.example/help',
  'GET https://evil.example',
])('an address that is not one of ours is refused as one that cannot be read: %s', async (line) => {
  expect(await answerTo(line)).toMatch(/^HTTP\/1\.1 400 [\s\S]*Adressen kan ikke læses/);
});

test.each(['OPTIONS /', 'OPTIONS *', 'PROPFIND /holds', 'PUT /help', 'DELETE /people/1', 'TRACE /', 'PATCH /'])(
  'a method that no page has is refused, and the answer says which there are: %s',
  async (line) => {
    expect(await answerTo(line)).toMatch(/^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD, POST\r\n/);
  },
);

test.each(['/', '/search?find=%5C', '/search?find=50%', '/v/%C3%A6', '//holds/1'])(
  'an address of ours passes: %s',
  async (path) => {
    expect(await answerTo(`GET ${path}`)).toMatch(/^HTTP\/1\.1 200 /);
  },
);
