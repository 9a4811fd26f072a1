import { Piscina } from 'piscina';
import type { CredentialKey } from './badge/credential-key.ts';
import type { PrintedData } from './certificate-data.ts';
import type { Printed } from './drawing/draw-certificate.ts';
import { isInForce, type SigningKey } from './signing/signing-key.ts';
import type { PrinterSettings } from './worker.ts';

export type Printer = {
  print(data: PrintedData): Promise<Printed>;
  close(): Promise<void>;
};

type Options = {
  /** The built worker, or `worker-from-source.js`, as a path or a file URL. */
  workerFile: string;
  maxThreads?: number;
  /** The folder of the fonts, if not `certificates/fonts`. */
  fontsFolder?: string;
  /** Called at the first print; without a key, certificates are not signed. */
  findKey?: () => Promise<SigningKey | undefined>;
  /** The address of an authority that timestamps each signature (RFC 3161). */
  tsaUrl?: string | undefined;
  /** Called when the authority did not answer. */
  onUnstamped?: (number: string) => void;
  /** How long one file may take, with its turn; then the thread is ended, and the next one starts anew. */
  longest?: number;
  /** Called in the same way; without a key, certificates have no badge. */
  findCredentialKey?: () => Promise<CredentialKey | undefined>;
};

type Open = { pool: Piscina<PrintedData, Printed>; key: SigningKey | undefined };

/**
 * Prints and signs certificates in a thread, which starts with the first certificate and ends after a minute without
 * work. An expired key signs nothing: we ask for the key once more, because there may be a new file.
 */
export function makePrinter({
  workerFile,
  maxThreads = 1,
  fontsFolder,
  findKey,
  findCredentialKey,
  tsaUrl,
  onUnstamped,
  longest = 120_000,
}: Options): Printer {
  let opening: Promise<Open> | undefined;
  const open = async (): Promise<Open> => {
    const key = await findKey?.();
    const workerData: PrinterSettings = { fontsFolder, key, credentialKey: await findCredentialKey?.(), tsaUrl };
    const pool = new Piscina({ filename: workerFile, minThreads: 0, maxThreads, idleTimeout: 60_000, workerData });
    return { pool, key };
  };
  const opened = async (): Promise<Open> => {
    opening ??= open();
    return opening.catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  };
  const signsNow = ({ key }: Open, { demo, issuedAt }: PrintedData) =>
    !key || (demo && key.kind === 'real') || isInForce(key, new Date(issuedAt));
  return {
    async print(data) {
      let now = await opened();
      if (!signsNow(now, data)) {
        opening = undefined;
        await now.pool.close();
        now = await opened();
      }
      if (!signsNow(now, data)) return { ok: false, reason: 'key-not-in-force' };
      const printed = await now.pool.run(data, { signal: AbortSignal.timeout(longest) });
      if (printed.ok && printed.stamped === false) onUnstamped?.(data.number);
      return printed;
    },
    async close() {
      const now = await opening?.catch(() => undefined);
      opening = undefined;
      await now?.pool.destroy();
    },
  };
}
