import type { World } from '#app/platform/world.server.ts';

type Kept = { at: number; answer: unknown; under: Promise<unknown> | undefined };
const known = new WeakMap<object, WeakMap<object, Map<string, Kept>>>();
const most = 30;

/** How long a page waits for what is not at hand yet, in milliseconds. */
const patience = 400;

/**
 * An answer that takes long to work out: what is at hand, or undefined while it is worked out for the first time. One that is
 * older than it may be is shown while the next is worked out.
 */
export async function atHand<Answer>(
  world: Pick<World, 'db' | 'policy' | 'now' | 'tellStuck'>,
  key: string,
  { work, freshMinutes }: { work: () => Promise<Answer>; freshMinutes: number },
): Promise<Answer | undefined> {
  const ofDb = known.get(world.db) ?? new WeakMap();
  known.set(world.db, ofDb);
  const answers: Map<string, Kept> = ofDb.get(world.policy) ?? new Map();
  ofDb.set(world.policy, answers);
  const now = Date.parse(world.now());
  const kept: Kept = answers.get(key) ?? { at: Number.NEGATIVE_INFINITY, answer: undefined, under: undefined };
  if (answers.size >= most && !answers.has(key)) answers.clear();
  answers.set(key, kept);
  if (kept.under === undefined && now - kept.at >= freshMinutes * 60_000) {
    kept.under = work()
      .then((answer) => Object.assign(kept, { answer, at: now }))
      // The page stands without it, and the next one tries again.
      .catch((error: unknown) => world.tellStuck('monday', key, error))
      .finally(() => {
        kept.under = undefined;
      });
  }
  if (kept.answer === undefined && kept.under) {
    let waiting: NodeJS.Timeout | undefined;
    const enough = new Promise((done) => {
      waiting = setTimeout(done, patience);
    });
    await Promise.race([kept.under, enough]);
    clearTimeout(waiting);
  }
  return kept.answer as Answer | undefined;
}
