import type { World } from '#app/platform/world.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import type { Printed } from '#certificates/drawing/draw-certificate.ts';
import type { Db } from '#db/schema.ts';
import { CannotPrint } from './cannot-print.ts';

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
