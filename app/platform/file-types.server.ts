import { Piscina } from 'piscina';

/** The type found in the bytes of a file, if it is one with a signature, or that they cannot be read. */
type Found = { ok: true; type: string | undefined } | { ok: false };
export type FileTypes = {
  typeOf(bytes: Uint8Array): Promise<Found>;
  close(): Promise<void>;
};

/**
 * Looks into uploads in a thread with limits of time and memory, so that no file can stop the server. A file that makes
 * the reader fail, or that takes too much, counts as broken. One at a time, so that nobody's time runs while they wait.
 */
export function makeFileTypes({ workerFile, longest = 5_000 }: { workerFile: string; longest?: number }): FileTypes {
  let pool: Piscina<Uint8Array, string | null> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const look = async (bytes: Uint8Array): Promise<Found> => {
    pool ??= new Piscina({
      filename: workerFile,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    try {
      return { ok: true, type: (await pool.run(bytes, { signal: AbortSignal.timeout(longest) })) ?? undefined };
    } catch {
      return { ok: false };
    }
  };
  return {
    typeOf(bytes) {
      const looked = turn.then(() => look(bytes));
      turn = looked;
      return looked;
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
