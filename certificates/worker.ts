import { workerData } from 'piscina';
import type { CredentialKey } from './badge/credential-key.ts';
import { trustedOnly } from './checking/check-timestamp.ts';
import { type FileFindings, verifyFile } from './checking/verify-file.ts';
import type { Printed } from './drawing/draw-certificate.ts';
import type { ToExamine } from './file-examiner.ts';
import type { Printable } from './printable.ts';
import type { SigningKey } from './signing/signing-key.ts';
import { type TimeAuthority, timeAuthorityAt } from './signing/timestamp.ts';

/** What the printer passes to its thread, which also asks the timestamp authority. */
export type PrinterSettings = {
  fontsFolder: string | undefined;
  key: SigningKey | undefined;
  credentialKey: CredentialKey | undefined;
  tsaUrl: string | undefined;
  /** The roots of that authority: a stamp under none of them is not used. */
  timeRoots: readonly Uint8Array[];
};

let timeAuthority: TimeAuthority | undefined;

/** Runs in its own thread, because drawing blocks the event loop for tens of milliseconds. */
export default async function print(data: Printable): Promise<Printed> {
  // Loaded only here, because the thread that examines files does not need it.
  const { drawCertificate } = await import('./drawing/draw-certificate.ts');
  const { fontsFolder, key, credentialKey, tsaUrl, timeRoots } = workerData as PrinterSettings;
  if (tsaUrl) timeAuthority ??= trustedOnly(timeAuthorityAt(tsaUrl), timeRoots);
  if (data.variant === 'report') {
    const { drawReport } = await import('./report/draw-report.ts');
    return drawReport(data, { fontsFolder, key, timeAuthority });
  }
  if (data.variant === 'letters') {
    const { drawLetters } = await import('./letter/draw-letters.ts');
    return drawLetters(data, { fontsFolder });
  }
  return drawCertificate(data, { fontsFolder, key, credentialKey, timeAuthority });
}

/** Examines a stranger's file, in another thread. */
export function examine({ bytes, roots, keys, trust }: ToExamine): Promise<FileFindings> {
  return verifyFile(bytes, roots, keys, trust);
}
