import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type FileTypes, makeFileTypes } from '#app/platform/file-types.server.ts';
import { fileTypeWorker } from '../../../worker-file.ts';
import { packedSpaces, zipOf } from '../../../zip.ts';

const bombMegabytes = process.env.LONG_TESTS === '1' ? 600 : 60;
const folder = mkdtempSync(path.join(tmpdir(), 'workers-'));
const opened: FileTypes[] = [];
const openWith = (options: { workerFile: string; longest?: number }) => {
  const types = makeFileTypes(options);
  opened.push(types);
  return types;
};
/** A reader that does this to a file, in a thread with the same limits. */
const readerThat = (name: string, body: string) => {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, `export default function typeOf(bytes) { ${body} }`);
  return pathToFileURL(file).href;
};
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

const types = openWith({ workerFile: fileTypeWorker });
const pdf = Buffer.from('%PDF-1.7\n');

test('a file is known by its bytes, and one without a signature has no type', async () => {
  expect(await types.typeOf(pdf)).toEqual({ ok: true, type: 'application/pdf' });
  expect(await types.typeOf(Buffer.from('only words'))).toEqual({ ok: true, type: undefined });
});

test('a small document that unpacks to very much is given up at once, and nobody else waits', async () => {
  const bomb = zipOf('[Content_Types].xml', await packedSpaces(bombMegabytes), bombMegabytes * 1024 * 1024);
  await types.typeOf(pdf);
  const before = process.memoryUsage().rss;
  let longestPause = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const found = await types.typeOf(bomb);
  const took = performance.now() - began;
  clearInterval(clock);
  expect(found).not.toMatchObject({ type: expect.stringContaining('wordprocessingml') });
  expect(took).toBeLessThan(8_000);
  expect(longestPause).toBeLessThan(4_000);
  // Only the large one of the long run stands out from what other tests of the worker take.
  if (bombMegabytes === 600) expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(300);
});

test.each([
  ['a document whose packed part is broken', zipOf('[Content_Types].xml', Buffer.alloc(200, 0xff), 900)],
  ['the first bytes of an archive and nothing more', Buffer.from('504b0304', 'hex')],
  ['an ASF file that ends too early', Buffer.from(`3026b2758e66cf11a6d9${'00'.repeat(40)}`, 'hex')],
  ['a Matroska file that ends too early', Buffer.from(`1a45dfa3${'ff'.repeat(30)}`, 'hex')],
])('%s is never taken for a document, and does not fail the service', async (_, bytes) => {
  const found = await types.typeOf(bytes);
  expect(found.ok ? String(found.type) : 'broken').not.toMatch(/officedocument|opendocument|pdf/);
});

test('a reader that never ends is stopped, and the next file is read', async () => {
  const stuck = openWith({
    workerFile: readerThat('stuck', 'while (bytes[0] === 1) {} return "image/png"'),
    longest: 500,
  });
  const [first, second] = await Promise.all([stuck.typeOf(Buffer.from([1])), stuck.typeOf(Buffer.from([2]))]);
  expect([first, second]).toEqual([{ ok: false }, { ok: true, type: 'image/png' }]);
});

test('a reader that fills the memory is stopped, and the next file is read', async () => {
  const greedy = openWith({
    workerFile: readerThat('greedy', 'const all = []; while (bytes[0] === 1) all.push([...bytes]); return "image/png"'),
    longest: 60_000,
  });
  expect(await greedy.typeOf(Buffer.alloc(1000, 1))).toEqual({ ok: false });
  expect(await greedy.typeOf(Buffer.from([2]))).toEqual({ ok: true, type: 'image/png' });
});
