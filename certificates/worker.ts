import { workerData } from 'piscina';
import type { CertificateData } from './certificate-data.ts';
import type { Printed } from './draw-certificate.ts';
import type { ToExamine } from './file-examiner.ts';
import { type FileFindings, verifyFile } from './verify-file.ts';

/** Runs in a thread of its own: drawing holds the event loop for tens of milliseconds. */
export default async function print(data: CertificateData): Promise<Printed> {
  // Loaded by the thread that prints: the one that examines files has no use for it.
  const { drawCertificate } = await import('./draw-certificate.ts');
  return drawCertificate(data, workerData);
}

/** In another thread: a file that a stranger brings. */
export function examine({ bytes, roots }: ToExamine): Promise<FileFindings> {
  return verifyFile(bytes, roots);
}
