import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { drawCertificate } from '#certificates/draw-certificate.ts';
import { makePrinter } from '#certificates/printer.ts';
import { danish } from './sample.ts';

const printer = makePrinter({ workerFile: pathToFileURL('certificates/worker-from-source.js').href });
afterAll(() => printer.close());

test('the thread prints the same bytes as a drawing made here, and this thread goes on meanwhile', async () => {
  let turns = 0;
  let printing = true;
  const turn = () => {
    turns++;
    if (printing) setImmediate(turn);
  };
  setImmediate(turn);
  const printed = await printer.print(danish);
  printing = false;
  expect(turns).toBeGreaterThan(100);
  expect(printed).toEqual(await drawCertificate(danish));
});

test('missing letters come back as an answer', async () => {
  expect(await printer.print({ ...danish, name: 'سارة' })).toMatchObject({ ok: false, reason: 'letters-missing' });
});

test('a closed printer opens again when asked', async () => {
  await printer.close();
  expect(await printer.print(danish)).toMatchObject({ ok: true });
});

test('the folder of the faces can be given', async () => {
  const lost = makePrinter({
    workerFile: pathToFileURL('certificates/worker-from-source.js').href,
    fontsFolder: '/nowhere',
  });
  await expect(lost.print(danish)).rejects.toThrow('/nowhere');
  await lost.close();
});
