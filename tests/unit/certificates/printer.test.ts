import { afterAll, expect, test } from 'vitest';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { makePrinter } from '#certificates/printer.ts';
import { workerFile } from '../../worker-file.ts';
import { developmentKey } from './keys.ts';
import { danish } from './sample.ts';

const printer = makePrinter({ workerFile });
afterAll(() => printer.close());

test("the printer's thread prints the same bytes as this one", async () => {
  expect(await printer.print(danish)).toEqual(await drawCertificate(danish));
});

test("this thread is not blocked while the printer's thread prints", async () => {
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

test('the printer reports missing letters', async () => {
  expect(await printer.print({ ...danish, name: 'سارة' })).toMatchObject({ ok: false, reason: 'letters-missing' });
});

test('the printer signs nothing with an expired key until the key is replaced', async () => {
  const until = (year: string) => ({
    from: new Date('2020-01-01T00:00:00Z'),
    until: new Date(`${year}-11-18T09:30:00Z`),
  });
  const [old, next] = [await developmentKey(until('2026')), await developmentKey(until('2027'))];
  let key = old;
  const renewed = makePrinter({ workerFile, findKey: async () => key });
  expect(await renewed.print({ ...danish, issuedAt: '2026-11-18T09:29:59.000Z' })).toMatchObject({ ok: true });
  for (const issuedAt of [danish.issuedAt, '2019-12-31T23:59:59.000Z'])
    expect(await renewed.print({ ...danish, issuedAt })).toEqual({ ok: false, reason: 'key-not-in-force' });
  key = next;
  const drawn = await drawCertificate(danish, { key: next });
  expect(await renewed.print(danish)).toEqual({ ...drawn, signedBy: next.certificates });
  await renewed.close();
});

test('a closed printer opens again when asked', async () => {
  await printer.close();
  expect(await printer.print(danish)).toMatchObject({ ok: true });
});

test('the printer accepts another folder of fonts', async () => {
  const lost = makePrinter({
    workerFile,
    fontsFolder: '/nowhere',
  });
  await expect(lost.print(danish)).rejects.toThrow('/nowhere');
  await lost.close();
});
