import { Piscina } from 'piscina';
import type { CertificateData } from './certificate-data.ts';
import type { Printed } from './draw-certificate.ts';

export type Printer = {
  print(data: CertificateData): Promise<Printed>;
  close(): Promise<void>;
};

type Options = {
  /** The built worker, or `worker-from-source.js`; a path or a file address. */
  workerFile: string;
  maxThreads?: number;
  /** Where the faces are, if not in `certificates/fonts`. */
  fontsFolder?: string;
};

/** A thread that prints certificates; it starts with the first and ends when it has been idle for a minute. */
export function makePrinter({ workerFile, maxThreads = 1, fontsFolder }: Options): Printer {
  let pool: Piscina<CertificateData, Printed> | undefined;
  const open = () =>
    new Piscina<CertificateData, Printed>({
      filename: workerFile,
      minThreads: 0,
      maxThreads,
      idleTimeout: 60_000,
      workerData: { fontsFolder },
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
