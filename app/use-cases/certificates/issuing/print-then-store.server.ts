import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { markNumberUsed } from '#db/queries/reserved-number.ts';
import type { Db } from '#db/schema.ts';
import type { Numbered } from './numbered.ts';

/** What the paper will say, or why there is none. `basis` holds everything it depends on. */
export type Read<Plan, Refused> = { ok: true; plan: Plan; basis: unknown } | Refused;

type Parts<Plan, Refused, Given extends Numbered, Files, Done> = {
  /** Reads it, without locks before printing and with them before storing. */
  read(db: Db, at: string, lock: boolean): Promise<Read<Plan, Refused>>;
  reserve(world: World, at: string): Promise<Given>;
  print(plan: Plan, numbered: Given, at: string): Promise<Files>;
  store(trx: Db, plan: Plan, numbered: Given, files: Files, at: string): Promise<Done>;
};

const mostTries = 3;

/**
 * Prints outside of any transaction, because printing and an authority of time may take seconds and everybody else's
 * writes would wait. It stores what it printed if nothing that the paper says has changed meanwhile; otherwise it reads
 * and prints again with the same number. A number that is not used in the end stays unused.
 */
export async function printThenStore<
  Plan,
  Refused extends { ok: false },
  Given extends Numbered,
  Files,
  Done extends { ok: boolean },
>(world: World, parts: Parts<Plan, Refused, Given, Files, Done>): Promise<Done | Refused> {
  let reserved: { year: string; numbered: Given } | undefined;
  for (let tries = 0; tries < mostTries; tries++) {
    const at = world.now();
    const seen = await parts.read(world.db, at, false);
    if (!isReadable(seen)) return seen;
    const year = dayOf(at).slice(0, 4);
    if (reserved?.year !== year) reserved = { year, numbered: await parts.reserve(world, at) };
    const { numbered } = reserved;
    const files = await parts.print(seen.plan, numbered, at);
    const outcome = await world.db.transaction().execute(async (trx): Promise<Done | Refused | undefined> => {
      const now = await parts.read(trx, at, true);
      if (!isReadable(now)) return now;
      if (JSON.stringify(now.basis) !== JSON.stringify(seen.basis)) return undefined;
      const done = await parts.store(trx, now.plan, numbered, files, at);
      if (done.ok) await markNumberUsed(trx, numbered.number, world.now());
      return done;
    });
    if (outcome) return outcome;
  }
  // A code of PostgreSQL for "others were faster": whoever asked is told to try again.
  throw Object.assign(new Error('What the paper says changed each time it was printed.'), { code: '40001' });
}

function isReadable<Plan, Refused extends { ok: false }>(
  read: Read<Plan, Refused>,
): read is { ok: true; plan: Plan; basis: unknown } {
  return read.ok;
}
