import { Piscina } from 'piscina';
import type { CredentialKey } from './badge/credential-key.ts';
import type { Printed } from './drawing/draw-certificate.ts';
import type { Printable } from './printable.ts';
import { isInForce, type SigningKey } from './signing/signing-key.ts';
import type { PrinterSettings } from './worker.ts';

export type Printer = {
  print(data: Printable): Promise<Printed>;
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
  /** The roots of that authority. */
  timeRoots?: readonly Uint8Array[];
  /** Called when the authority did not answer, or another one did. */
  onUnstamped?: (number: string) => void;
  /** How long one file may take, with its turn; then the thread is ended, and the next one starts anew. */
  longest?: number;
  /** Called in the same way; without a key, certificates have no badge. */
  findCredentialKey?: () => Promise<CredentialKey | undefined>;
};

type Open = { pool: Piscina<Printable, Printed>; key: SigningKey | undefined };

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
  timeRoots = [],
  onUnstamped,
  longest = 120_000,
}: Options): Printer {
  let opening: Promise<Open> | undefined;
  const open = async (): Promise<Open> => {
    const key = await findKey?.();
    const credentialKey = await findCredentialKey?.();
    const workerData: PrinterSettings = { fontsFolder, key, credentialKey, tsaUrl, timeRoots };
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
  // A real key never signs for an invented person, and no key signs letters.
  const signs = (open: Open, { demo, variant }: Printable): open is Open & { key: SigningKey } =>
    open.key !== undefined && variant !== 'letters' && !(demo && open.key.kind === 'real');
  const signsNow = (open: Open, data: Printable) => !signs(open, data) || isInForce(open.key, new Date(data.issuedAt));
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
      if (printed.ok && printed.stamped === false && 'number' in data) onUnstamped?.(data.number);
      return printed.ok && signs(now, data) ? { ...printed, signedBy: now.key.certificates } : printed;
    },
    async close() {
      const now = await opening?.catch(() => undefined);
      opening = undefined;
      await now?.pool.destroy();
    },
  };
}
