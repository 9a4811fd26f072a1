import type { World } from '#app/platform/world.server.ts';
import { type GuidanceFigures, guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { inOrderOf } from '#app/use-cases/guidance/figures/in-order-of.ts';
import type { Rate } from '#curriculum/guidance/per-thousand.ts';
import type { Shown } from '#curriculum/guidance/shown-counts.ts';
import { atHand } from './at-hand.ts';

export type MondayGuidance = {
  /** Of those whose distance is noted, how many of a hundred came more than 15 km; null if that is hidden or not noted. */
  farPercent: number | null;
  points: number;
  /** Guidance points without a certified adviser. */
  pointsWithout: number;
  perInhabitants: Rate;
  perFirms: Rate;
  /** The channel most people heard through, if one is first and its count is shown. */
  channel: string | null;
  /** The solution that causes most trouble, if its count is shown, and how often any did. */
  trouble: { solution: string; count: number; of: Shown } | null;
};

/**
 * The short answers to the questions about guidance: what the page of the log shows in full. They count 90 days, so they may be
 * some minutes old. With `wait` they are worked out first.
 */
export async function guidanceAtHand(
  world: World,
  today: string,
  { wait = false }: { wait?: boolean } = {},
): Promise<MondayGuidance | undefined> {
  const work = async () => shortAnswers(await guidanceFigures(world, today));
  return wait ? work() : atHand(world, `guidance ${today}`, { work, freshMinutes: 10 });
}

/** The answers in short; what is hidden on the page of the log is hidden here. */
export function shortAnswers({
  sessions,
  channels,
  distances,
  trouble,
  country,
  points,
}: Pick<GuidanceFigures, 'sessions' | 'channels' | 'distances' | 'trouble' | 'country' | 'points'>): MondayGuidance {
  const came = (key: string) => distances.find((each) => each.key === key)?.sessions ?? null;
  const [far, unknown] = [came('over-15'), came('')];
  const known = sessions === null || unknown === null ? 0 : sessions - unknown;
  const [first, second] = channels
    .filter(({ key, sessions: count }) => key !== '' && count !== null && count > 0)
    .sort((a, b) => b.sessions! - a.sessions!);
  const [worst] = inOrderOf(trouble.rows.filter(({ key, total }) => key !== 'other' && (total ?? 0) > 0));
  return {
    farPercent: far === null || known === 0 ? null : Math.round((far / known) * 100),
    points: points.length,
    pointsWithout: points.filter(({ staffed }) => !staffed).length,
    perInhabitants: country.perInhabitants,
    perFirms: country.perFirms,
    channel: first && first.sessions !== second?.sessions ? first.key : null,
    trouble: worst ? { solution: worst.key, count: worst.total!, of: trouble.total } : null,
  };
}
