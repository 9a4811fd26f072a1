import { noteSigner } from '#app/use-cases/certificates/keys/note-signer.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import type { Db } from '#db/schema.ts';
import type { PrintedFiles } from './print-both.server.ts';

/** Stores a printed file and notes who signed it; returns the digest of the file. */
export async function storeFile(trx: Db, { bytes, signedBy }: PrintedFiles['da'], at: string): Promise<string> {
  if (signedBy) await noteSigner(trx, signedBy, at);
  return storeDocument(trx, { bytes, mediaType: 'application/pdf', at });
}
