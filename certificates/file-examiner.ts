import { Piscina } from 'piscina';
import type { KnownKey } from './badge/credential-key.ts';
import type { FileFindings } from './checking/verify-file.ts';

/** What a file is by itself, or why nobody has looked. */
export type Examined = FileFindings | { state: 'unexamined'; reason: 'busy' | 'took-too-long' };
export type FileExaminer = {
  /** Against the roots, and the badge in it against the keys that prove badges. */
  examine(bytes: Uint8Array, keys: readonly KnownKey[]): Promise<Examined>;
  close(): Promise<void>;
};
type Options = {
  /** The same worker that prints. */
  workerFile: string;
  /** What files are held against; asked for again when a file stands under none of them, since a key may be new. */
  findRoots: () => Promise<Uint8Array[]>;
  longest?: number;
  mostWaiting?: number;
};
export type ToExamine = { bytes: Uint8Array; roots: Uint8Array[]; keys: readonly KnownKey[] };

/**
 * A thread of its own that reads files strangers bring, apart from the one that prints: whatever a file makes it do, the
 * server answers others, and the thread is ended when it takes too long or too much.
 */
export function makeFileExaminer({ workerFile, findRoots, longest = 10_000, mostWaiting = 20 }: Options): FileExaminer {
  let pool: Piscina<ToExamine, FileFindings> | undefined;
  let roots: Uint8Array[] = [];
  const look = (bytes: Uint8Array, keys: readonly KnownKey[]): Promise<FileFindings> => {
    pool ??= new Piscina({
      filename: workerFile,
      name: 'examine',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    return pool.run({ bytes, roots, keys }, { signal: AbortSignal.timeout(longest) });
  };
  return {
    async examine(bytes, keys) {
      if (pool && pool.queueSize >= mostWaiting) return { state: 'unexamined', reason: 'busy' };
      try {
        const found = roots.length > 0 && (await look(bytes, keys));
        if (found && !(found.state === 'flawed' && found.reason === 'untrusted-root')) return found;
        roots = await findRoots();
        return await look(bytes, keys);
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
