import type { World } from '#app/platform/world.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import { danish, formatDay } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { directionOf, type GateChange } from '#curriculum/readiness/changes-between.ts';
import { type Effect, effectOf } from '#curriculum/readiness/effect-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import type { JudgedRow } from './judge-import.server.ts';

export type PlaceEffect = Omit<Effect, 'gates'> & {
  /** All the people it adds here wait for a seat, so it happens only if they go on the waiting list. */
  ifWaiting: boolean;
  /** Null if the verdict stays. */
  direction: ReturnType<typeof directionOf> | null;
  gates: (GateChange & { title: string; reason: string })[];
};
/** `later` is how many begin after the day and are left out. */
export type ImportEffect = { asOf: string; places: PlaceEffect[]; later: number };

/**
 * What the new people of a file do to the readiness of the library services they come to, by the same rules as
 * everywhere, on one day: the asked one, or the first on which all of them have begun. People who are known keep their
 * affiliation, so they change nothing.
 */
export async function importEffect(
  world: World,
  rows: readonly JudgedRow[],
  { asOf, language = 'da' }: { asOf?: string | undefined; language?: 'da' | 'en' },
): Promise<ImportEffect> {
  const today = dayOf(world.now());
  const added = rows.filter(({ verdict, wouldBe }) => verdict === 'new' || wouldBe === 'new');
  const day = asOf || lastStartOf(added, today);
  const begun = added.filter(({ start }) => start <= day);
  const byService = new Map<string, JudgedRow[]>();
  for (const row of begun) byService.set(row.serviceId!, [...(byService.get(row.serviceId!) ?? []), row]);
  const later = added.length - begun.length;
  if (byService.size === 0) return { asOf: day, places: [], later };
  const touched = await listServiceFacts(world, day, { services: [...byService.keys()] });
  const places = touched.map((facts): PlaceEffect => {
    const here = byService.get(facts.serviceId)!;
    // An import notes nobody as one who guides: that comes with the certificate, or from the contact person.
    const effect = effectOf(world.policy, day, facts, { people: here.length, guides: 0 }, today);
    return {
      ...effect,
      ifWaiting: here.every(({ wouldBe }) => wouldBe !== undefined),
      direction: effect.from === effect.to ? null : directionOf(effect),
      gates: effect.gates.map(({ reason, ...change }) => ({
        ...change,
        title: world.policy.gates.find(({ key }) => key === change.key)!.short[language],
        reason: reasonText(reason, language, (each) => formatDay(language, each)),
      })),
    };
  });
  return { asOf: day, places: places.sort((a, b) => danish.compare(a.name, b.name)), later };
}

/** The first day from today on which all have begun. A start that is years away is probably a slip and does not count. */
const lastStartOf = (added: readonly JudgedRow[], today: string) =>
  added
    .filter(({ start, farDay }) => start !== farDay)
    .map(({ start }) => start)
    .concat(today)
    .sort()
    .at(-1)!;
