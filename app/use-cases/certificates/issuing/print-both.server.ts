import type { World } from '#app/platform/world.server.ts';
import type { Printed } from '#certificates/drawing/draw-certificate.ts';
import type { Printable } from '#certificates/printable.ts';
import { CannotPrint } from './cannot-print.ts';

type PrintedFile = Extract<Printed, { ok: true }>;
export type PrintedFiles = { da: PrintedFile; en: PrintedFile };

/** Prints a paper in both languages, at once where there are two printers, and writes nothing. Throws `CannotPrint`. */
export async function printBoth(world: World, dataIn: (language: 'da' | 'en') => Printable): Promise<PrintedFiles> {
  const [da, en] = await Promise.all([world.printer.print(dataIn('da')), world.printer.print(dataIn('en'))]);
  return { da: made(da), en: made(en) };
}

function made(printed: Printed): PrintedFile {
  if (!printed.ok) throw new CannotPrint(printed);
  return printed;
}
