import type { World } from '#app/platform/world.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import type { Printed } from '#certificates/drawing/draw-certificate.ts';
import type { Db } from '#db/schema.ts';

type Good = Extract<Printed, { ok: true }>;

/** Prints one file and stores it in the caller's transaction. Throws `CannotPrint`, so that no number is used up. */
export async function printAndStore(
  world: World,
  trx: Db,
  data: PrintedData,
): Promise<{ digest: string; badge: Good['badge'] }> {
  const printed = await world.printer.print(data);
  if (!printed.ok) throw new CannotPrint(printed);
  const { bytes, badge } = printed;
  return { digest: await storeDocument(trx, { bytes, mediaType: 'application/pdf', at: data.issuedAt }), badge };
}

/** Letters are missing or the key is not in force. Throwing it rolls the transaction back. */
export class CannotPrint extends Error {
  constructor(readonly why: Extract<Printed, { ok: false }>) {
    super(why.reason);
  }
}

/** Returns the reason if printing failed with `CannotPrint`. */
export function orWhyNot<T>(printing: Promise<T>): Promise<T | CannotPrint['why']> {
  return printing.catch((error: unknown) => {
    if (error instanceof CannotPrint) return error.why;
    throw error;
  });
}

/** The address of the check page as it is printed on the certificate. */
export const checkAddress = ({ publicUrl }: Pick<World, 'publicUrl'>, code: string, language: 'da' | 'en'): string =>
  `${publicUrl}/v/${code}${language === 'en' ? '?lang=en' : ''}`;

/** "Herning Bibliotek, 765700", or a dash for somebody without a library. */
export const libraryOnPaper = (person: { library_name: string | null; library_number: string | null }): string =>
  person.library_number ? `${person.library_name}, ${person.library_number}` : '–';
