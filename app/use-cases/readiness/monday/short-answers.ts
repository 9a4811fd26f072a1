import type { GuidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { inOrderOf } from '#app/use-cases/guidance/figures/in-order-of.ts';
import type { Rate } from '#curriculum/guidance/per-thousand.ts';
import type { Shown } from '#curriculum/guidance/shown-counts.ts';

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
