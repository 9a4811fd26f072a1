import { workerData } from 'piscina';
import type { CertificateData } from './certificate-data.ts';
import { drawCertificate, type Printed } from './draw-certificate.ts';

/** Runs in a thread of its own: drawing holds the event loop for tens of milliseconds. */
export default function print(data: CertificateData): Promise<Printed> {
  return drawCertificate(data, workerData);
}
