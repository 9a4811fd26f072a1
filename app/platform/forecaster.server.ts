import { createHash } from 'node:crypto';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ForecastFacts } from '#curriculum/readiness/forecast/forecast-facts.ts';
import { type Asked, type Foretold, forecastOf } from '#curriculum/readiness/forecast/forecast-of.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';

export type ToForetell = { policy: Policy; facts: ForecastFacts; asked: Asked };
type OnProgress = (done: number, of: number) => void;
export type Forecaster = {
  foretell(given: ToForetell, onProgress?: OnProgress): Promise<Foretold>;
  close(): Promise<void>;
};

/** Answers that are kept: a base case, what was tried beside it, and a row of earlier months. */
const mostKept = 40;

/**
 * Works forecasts out in a thread, which starts with the first one and ends after a minute without work. The same facts,
 * question and seed are answered from memory.
 */
export function makeForecaster({ workerFile, longest = 60_000 }: { workerFile: string; longest?: number }): Forecaster {
  let pool: Piscina | undefined;
  const run: Run = async (given, onProgress) => {
    pool ??= new Piscina({ filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
    const { port1, port2 } = new MessageChannel();
    const tell = ([done, of]: [number, number]) => onProgress?.(done, of);
    port1.on('message', tell);
    try {
      const answer = await pool.run(
        { given, port: port2 },
        { transferList: [port2], signal: AbortSignal.timeout(longest) },
      );
      // What it said last may come after the answer. A thread that waits for work does not close its end of the port.
      for (let said = receiveMessageOnPort(port1); said; said = receiveMessageOnPort(port1)) tell(said.message);
      return answer;
    } finally {
      port1.close();
    }
  };
  return {
    foretell: remembering(run),
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

/** Works forecasts out where it is called: for tests, and where there is no thread. */
export function forecasterHere(): Forecaster {
  return {
    foretell: remembering(async (given, onProgress) => {
      const { policy, facts, asked }: ToForetell = JSON.parse(given);
      return forecastOf(policy, facts, asked, onProgress);
    }),
    close: async () => undefined,
  };
}

/** The facts as one text: it is the key to the memory too, and goes to a thread faster than its objects would. */
type Run = (given: string, onProgress?: OnProgress) => Promise<Foretold>;

function remembering(run: Run): Forecaster['foretell'] {
  const kept = new Map<string, Promise<Foretold>>();
  return (given, onProgress) => {
    const text = JSON.stringify(given);
    const key = createHash('sha256').update(text).digest('base64url');
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    const answer = run(text, onProgress).catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    kept.set(key, answer);
    return answer;
  };
}
