export type RaterAgreement = {
  /** How many hand-ins two leaders have judged. */
  n: number;
  /** The share that they judged alike, 0 to 1; null when there is none. */
  alike: number | null;
  /**
   * Cohen's kappa: how much of the agreement is more than chance, at most 1. Null when there is none, or when every
   * judgement is the same: then chance alone would agree always, and there is nothing to measure.
   */
  kappa: number | null;
};

/**
 * How alike two judge. Cohen, J. (1960), "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20 (1), 37-46: kappa = (alike - chance) / (1 - chance).
 */
export function raterAgreement(pairs: readonly (readonly [string, string])[]): RaterAgreement {
  const n = pairs.length;
  if (n === 0) return { n, alike: null, kappa: null };
  const same = pairs.filter(([one, other]) => one === other).length;
  const count = (at: 0 | 1, said: string) => pairs.filter((pair) => pair[at] === said).length;
  // Whole numbers until the end, so that chance is exactly 1 where it is.
  const byChance = [...new Set(pairs.flat())].reduce((sum, said) => sum + count(0, said) * count(1, said), 0);
  const alike = same / n;
  return { n, alike, kappa: byChance === n * n ? null : (same * n - byChance) / (n * n - byChance) };
}
