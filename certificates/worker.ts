import { workerData } from 'piscina';
import type { CredentialKey } from './badge/credential-key.ts';
import type { PrintedData } from './certificate-data.ts';
import { type FileFindings, verifyFile } from './checking/verify-file.ts';
import type { Printed } from './drawing/draw-certificate.ts';
import type { ToExamine } from './file-examiner.ts';
import type { SigningKey } from './signing/signing-key.ts';
import { type TimeAuthority, timeAuthorityAt } from './signing/timestamp.ts';

/** What the printer tells its thread; an authority of time is asked from here. */
export type Given = {
  fontsFolder: string | undefined;
  key: SigningKey | undefined;
  credentialKey: CredentialKey | undefined;
  tsaUrl: string | undefined;
};

let timeAuthority: TimeAuthority | undefined;

/** Runs in a thread of its own: drawing holds the event loop for tens of milliseconds. */
export default async function print(data: PrintedData): Promise<Printed> {
  // Loaded by the thread that prints: the one that examines files has no use for it.
  const { drawCertificate } = await import('./drawing/draw-certificate.ts');
  const { fontsFolder, key, credentialKey, tsaUrl } = workerData as Given;
  if (tsaUrl) timeAuthority ??= timeAuthorityAt(tsaUrl);
  return drawCertificate(data, { fontsFolder, key, credentialKey, timeAuthority });
}

/** In another thread: a file that a stranger brings. */
export function examine({ bytes, roots, keys }: ToExamine): Promise<FileFindings> {
  return verifyFile(bytes, roots, keys);
}
