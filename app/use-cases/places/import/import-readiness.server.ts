import type { World } from '#app/platform/world.server.ts';
import { type ServiceEffect, serviceEffects } from '#app/use-cases/places/service-effects.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import type { Db } from '#db/schema.ts';
import type { JudgedRow } from './judged-row.ts';

export type ImportReadiness = {
  asOf: string;
  /** The services whose verdict or a gate changes today. */
  changed: ServiceEffect[];
  /** How many services keep every answer. */
  same: number;
};
type Judge = (world: World, db: Db, save: { by: string | null }) => Promise<JudgedRow>;

/** The way out of the transaction: what it wrote is taken back. */
class Undone extends Error {}

/**
 * What a file about places does to today's readiness: it is imported in a transaction that is rolled back, so the answer follows
 * from the import itself. What begins on a later day is not counted.
 */
export async function importReadiness(
  world: World,
  judges: readonly Judge[],
  { language }: { language: 'da' | 'en' },
): Promise<ImportReadiness> {
  const today = dayOf(world.now());
  const was = await listServiceFacts(world, today);
  let is: readonly ServiceFacts[] = was;
  try {
    await world.db.transaction().execute(async (trx) => {
      for (const judge of judges) await judge(world, trx, { by: null });
      is = await listServiceFacts({ ...world, db: trx }, today);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  const known = new Set(was.map(({ serviceId }) => serviceId));
  const facts = { was, is: is.filter(({ serviceId }) => known.has(serviceId)) };
  const effects = serviceEffects(world, today, facts, { today, language });
  const changed = effects.filter(({ direction, gates }) => direction !== null || gates.length > 0);
  return { asOf: today, changed, same: effects.length - changed.length };
}
