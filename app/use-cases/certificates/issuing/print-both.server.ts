import type { World } from '#app/platform/world.server.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import type { Printed } from '#certificates/drawing/draw-certificate.ts';
import { CannotPrint } from './cannot-print.ts';

type PrintedFile = Extract<Printed, { ok: true }>;
export type PrintedFiles = { da: PrintedFile; en: PrintedFile };

/** Prints a paper in both languages and writes nothing. Throws `CannotPrint`. */
export async function printBoth(world: World, dataIn: (language: 'da' | 'en') => PrintedData): Promise<PrintedFiles> {
  const print = async (language: 'da' | 'en') => {
    const printed = await world.printer.print(dataIn(language));
    if (!printed.ok) throw new CannotPrint(printed);
    return printed;
  };
  return { da: await print('da'), en: await print('en') };
}
