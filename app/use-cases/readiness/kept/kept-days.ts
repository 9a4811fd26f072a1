import type { World } from '#app/platform/world.server.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';

/** Of one day, each service with how often its facts had changed when it was worked out; one that serves nobody has none. */
export type KeptDay = Map<string, { touches: number; readiness: ServiceReadiness | undefined }>;

/** Enough for the days of the Monday page, those people look at beside it, and a year of month ends. */
const mostDays = 40;

class KeptDays {
  readonly #days = new Map<string, KeptDay>();

  /** What is kept of a day. The day that was asked for longest ago gives way. */
  of(key: string): KeptDay {
    const kept = this.#days.get(key) ?? new Map();
    this.#days.delete(key);
    this.#days.set(key, kept);
    if (this.#days.size > mostDays) this.#days.delete(this.#days.keys().next().value!);
    return kept;
  }
}

/** A transaction, another policy or another set of courses has answers of its own. */
const known = new WeakMap<object, WeakMap<object, WeakMap<object, KeptDays>>>();

/** What this world keeps in memory. */
export function keptDays({ db, policy, catalogue }: Pick<World, 'db' | 'policy' | 'catalogue'>): KeptDays {
  const ofDb = known.get(db) ?? new WeakMap();
  known.set(db, ofDb);
  const ofPolicy = ofDb.get(policy) ?? new WeakMap();
  ofDb.set(policy, ofPolicy);
  const days = ofPolicy.get(catalogue) ?? new KeptDays();
  ofPolicy.set(catalogue, days);
  return days;
}
