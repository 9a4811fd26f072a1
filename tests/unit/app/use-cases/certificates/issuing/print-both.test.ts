import { expect, test } from 'vitest';
import type { World } from '#app/platform/world.server.ts';
import { CannotPrint } from '#app/use-cases/certificates/issuing/cannot-print.ts';
import { printBoth } from '#app/use-cases/certificates/issuing/print-both.server.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import type { Printed } from '#certificates/drawing/draw-certificate.ts';

/** A printer that has begun both files before one is done, and is done with them in the given order. */
async function printed(order: ('da' | 'en')[], answerOf: (language: string) => Printed) {
  const begun = new Map<string, (printed: Printed) => void>();
  const print = ({ language }: PrintedData) => new Promise<Printed>((done) => begun.set(language, done));
  const both = printBoth({ printer: { print } } as unknown as World, (language) => ({ language }) as PrintedData).catch(
    (error: unknown) => error,
  );
  expect([...begun.keys()]).toEqual(['da', 'en']);
  for (const language of order) begun.get(language)!(answerOf(language));
  return both;
}

test.each([[['da', 'en']], [['en', 'da']]] as const)(
  'both languages are printed at once, and which is done first (%s) changes nothing',
  async (order) => {
    const file = (language: string) => ({ ok: true, bytes: new TextEncoder().encode(language) }) as unknown as Printed;
    expect(await printed([...order], file)).toEqual({ da: file('da'), en: file('en') });
    const refused = (language: string) => ({ ok: false, reason: 'letters-missing', letters: [language] }) as Printed;
    const error = await printed([...order], refused);
    expect(error).toBeInstanceOf(CannotPrint);
    expect((error as CannotPrint).why, 'the reason is that of the Danish file').toEqual(refused('da'));
  },
);
