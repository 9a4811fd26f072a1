import { Piscina } from 'piscina';
import type { CertificateData } from './certificate-data.ts';
import type { CredentialKey } from './credential-key.ts';
import type { Printed, Printing } from './draw-certificate.ts';
import type { SigningKey } from './signing-key.ts';

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
  /** Asked for at the first print; none means that certificates are not signed. */
  findKey?: () => Promise<SigningKey | undefined>;
  /** In the same way; none means that certificates carry no badge. */
  findCredentialKey?: () => Promise<CredentialKey | undefined>;
};

type Pool = Piscina<CertificateData, Printed>;

/** A thread that prints and signs certificates; it starts with the first and ends when it has been idle for a minute. */
export function makePrinter({ workerFile, maxThreads = 1, fontsFolder, findKey, findCredentialKey }: Options): Printer {
  let pool: Promise<Pool> | undefined;
  const open = async (): Promise<Pool> => {
    const printing: Printing = { fontsFolder, key: await findKey?.(), credentialKey: await findCredentialKey?.() };
    return new Piscina({ filename: workerFile, minThreads: 0, maxThreads, idleTimeout: 60_000, workerData: printing });
  };
  return {
    async print(data) {
      pool ??= open();
      const opened = await pool.catch((error: unknown) => {
        pool = undefined;
        throw error;
      });
      return opened.run(data);
    },
    async close() {
      const opened = await pool?.catch(() => undefined);
      pool = undefined;
      await opened?.destroy();
    },
  };
}
