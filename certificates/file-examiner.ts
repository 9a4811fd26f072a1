import { Piscina } from 'piscina';
import type { FileFindings } from './verify-file.ts';

/** What a file is by itself, or why nobody has looked. */
export type Examined = FileFindings | { state: 'unexamined'; reason: 'busy' | 'took-too-long' };
export type FileExaminer = {
  examine(bytes: Uint8Array): Promise<Examined>;
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
export type ToExamine = { bytes: Uint8Array; roots: Uint8Array[] };

/**
 * A thread of its own that reads files strangers bring, apart from the one that prints: whatever a file makes it do, the
 * server answers others, and the thread is ended when it takes too long or too much.
 */
export function makeFileExaminer({ workerFile, findRoots, longest = 10_000, mostWaiting = 20 }: Options): FileExaminer {
  let pool: Piscina<ToExamine, FileFindings> | undefined;
  let roots: Uint8Array[] = [];
  const look = (bytes: Uint8Array): Promise<FileFindings> => {
    pool ??= new Piscina({
      filename: workerFile,
      name: 'examine',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    return pool.run({ bytes, roots }, { signal: AbortSignal.timeout(longest) });
  };
  return {
    async examine(bytes) {
      if (pool && pool.queueSize >= mostWaiting) return { state: 'unexamined', reason: 'busy' };
      try {
        const found = roots.length > 0 && (await look(bytes));
        if (found && !(found.state === 'flawed' && found.reason === 'untrusted-root')) return found;
        roots = await findRoots();
        return await look(bytes);
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
