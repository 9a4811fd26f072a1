import { Piscina } from 'piscina';
import type { CredentialKey } from './badge/credential-key.ts';
import type { PrintedData } from './certificate-data.ts';
import type { Printed } from './drawing/draw-certificate.ts';
import { isInForce, type SigningKey } from './signing/signing-key.ts';
import type { Given } from './worker.ts';

export type Printer = {
  print(data: PrintedData): Promise<Printed>;
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
  /** An authority of time that stamps each signature (RFC 3161). */
  tsaUrl?: string | undefined;
  /** Told when the authority did not answer. */
  onUnstamped?: (number: string) => void;
  /** In the same way; none means that certificates carry no badge. */
  findCredentialKey?: () => Promise<CredentialKey | undefined>;
};

type Open = { pool: Piscina<PrintedData, Printed>; key: SigningKey | undefined };

/**
 * A thread that prints and signs certificates; it starts with the first and ends when it has been idle for a minute. A
 * key that has run out signs nothing: it is asked for once more, since another file may stand in its place.
 */
export function makePrinter({
  workerFile,
  maxThreads = 1,
  fontsFolder,
  findKey,
  findCredentialKey,
  tsaUrl,
  onUnstamped,
}: Options): Printer {
  let opening: Promise<Open> | undefined;
  const open = async (): Promise<Open> => {
    const key = await findKey?.();
    const workerData: Given = { fontsFolder, key, credentialKey: await findCredentialKey?.(), tsaUrl };
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
      const printed = await now.pool.run(data);
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
