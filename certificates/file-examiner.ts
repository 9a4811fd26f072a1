import { Piscina } from 'piscina';
import type { KnownKey } from './badge/credential-key.ts';
import type { FileFindings, Trust } from './checking/verify-file.ts';

/** The result for a file, or why it was not examined. */
export type Examined = FileFindings | { state: 'unexamined'; reason: 'busy' | 'took-too-long' };
export type FileExaminer = {
  /** Checks a file against the roots and the signers, and its badge against the keys for badges. */
  examine(bytes: Uint8Array, keys: readonly KnownKey[], trust?: Trust): Promise<Examined>;
  close(): Promise<void>;
};
type Options = {
  /** The same worker file as for printing. */
  workerFile: string;
  /** The roots to check files against. If a file leads to none of them, we ask again, because a key may be new. */
  findRoots: () => Promise<Uint8Array[]>;
  /** The roots of timestamp authorities. */
  timeRoots?: readonly Uint8Array[];
  longest?: number;
  mostWaiting?: number;
};
export type ToExamine = { bytes: Uint8Array; roots: Uint8Array[]; keys: readonly KnownKey[]; trust: Trust };

/**
 * Reads strangers' files in a thread of its own, separate from the printing thread. Whatever a file makes it do, the
 * server can answer others, and the thread is ended if it takes too much time or memory.
 */
export function makeFileExaminer({
  workerFile,
  findRoots,
  timeRoots = [],
  longest = 10_000,
  mostWaiting = 20,
}: Options): FileExaminer {
  let pool: Piscina<ToExamine, FileFindings> | undefined;
  let roots: Uint8Array[] = [];
  const look = (given: Omit<ToExamine, 'roots'>): Promise<FileFindings> => {
    pool ??= new Piscina({
      filename: workerFile,
      name: 'examine',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    return pool.run({ ...given, roots }, { signal: AbortSignal.timeout(longest) });
  };
  return {
    async examine(bytes, keys, more = {}) {
      const trust = { timeRoots, ...more };
      if (pool && pool.queueSize >= mostWaiting) return { state: 'unexamined', reason: 'busy' };
      try {
        const found = roots.length > 0 && (await look({ bytes, keys, trust }));
        if (found && !(found.state === 'flawed' && found.reason === 'untrusted-root')) return found;
        roots = await findRoots();
        return await look({ bytes, keys, trust });
      } catch {
        return { state: 'unexamined', reason: 'took-too-long' };
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
