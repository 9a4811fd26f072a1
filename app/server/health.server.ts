import type { World } from '#app/platform/world.server.ts';
import { listDamage, writeProbe } from '#db/health.ts';

export type Health = {
  /** Whether the service can do its work: the database takes a write, and its pages are sound as far as we know. */
  isReady(): Promise<boolean>;
  /** Looks through the pages of the database, if it is time again. */
  checkPages(): Promise<void>;
};

const minute = 60_000;
/** Looking through the pages may take a twentieth of one core at most. */
const rest = 20;

/** Watches whether this server can serve. Pages once found damaged stay so until the database is put right and restarted. */
export function makeHealth(world: World, tellDamage: (damage: string[]) => void): Health {
  let damaged = false;
  let probe: Promise<boolean> | undefined;
  // The start has just looked.
  let nextCheck = performance.now() + minute;
  return {
    isReady() {
      if (damaged) return Promise.resolve(false);
      // Anybody may ask, so whoever asks meanwhile gets the same answer.
      probe ??= writeProbe(world.db, world.now())
        .then(
          () => true,
          () => false,
        )
        .finally(() => {
          probe = undefined;
        });
      return probe;
    },
    async checkPages() {
      const began = performance.now();
      if (damaged || began < nextCheck) return;
      nextCheck = Number.POSITIVE_INFINITY;
      try {
        const damage = await listDamage(world.db, world.engine);
        damaged = damage.length > 0;
        if (damaged) tellDamage(damage);
      } finally {
        const ended = performance.now();
        nextCheck = ended + Math.max(minute, rest * (ended - began));
      }
    },
  };
}
