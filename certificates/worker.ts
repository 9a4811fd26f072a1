import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CertificateData } from './certificate-data.ts';
import { type Printed, printCertificate } from './print-certificate.ts';

/** Runs in a thread of its own: drawing holds the event loop for tens of milliseconds. */
export default function print(data: CertificateData): Promise<Printed> {
  return printCertificate(data, fontsFolder());
}

/** Beside the source, or in the project's folder above the build. */
function fontsFolder(): string {
  const beside = path.join(import.meta.dirname, 'fonts');
  if (existsSync(beside)) return beside;
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, 'certificates', 'fonts');
    if (existsSync(found)) return found;
  }
  throw new Error('The folder certificates/fonts was not found.');
}
