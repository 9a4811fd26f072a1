import { Piscina } from 'piscina';
import type { CertificateData } from './certificate-data.ts';
import type { Printed } from './print-certificate.ts';

export type Printer = {
  print(data: CertificateData): Promise<Printed>;
  close(): Promise<void>;
};

/** A thread that prints certificates; it starts with the first and ends when it has been idle for a minute. */
export function makePrinter({ workerFile }: { workerFile: string }): Printer {
  let pool: Piscina | undefined;
  const open = () =>
    new Piscina({
      filename: workerFile,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
    });
  return {
    async print(data) {
      pool ??= open();
      return pool.run(data);
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
