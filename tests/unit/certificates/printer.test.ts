import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { drawCertificate } from '#certificates/draw-certificate.ts';
import { makePrinter } from '#certificates/printer.ts';
import { danish } from './sample.ts';

const printer = makePrinter({ workerFile: pathToFileURL('certificates/worker-from-source.js').href });
afterAll(() => printer.close());

test('the thread prints the same bytes as a drawing made here', async () => {
  expect(await printer.print(danish)).toEqual(await drawCertificate(danish));
});

test('this thread goes on while the other prints', async () => {
  // Once everything is read, a drawing made here would leave not a single turn to others.
  await Promise.all([printer.print(danish), drawCertificate(danish)]);
  let turns = 0;
  let printing = true;
  const turn = () => {
    turns++;
    if (printing) setImmediate(turn);
  };
  setImmediate(turn);
  await printer.print(danish);
  printing = false;
  expect(turns).toBeGreaterThan(100);
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
