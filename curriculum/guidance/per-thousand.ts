/** What a count is held against. `value` is null where nobody has the figure. */
export type Denominator = { value: number | null; source: string | null; year: string | null };

export type Rate =
  | { per1000: number; why: null }
  /** No figure to hold it against, a figure of 0, or a count that is hidden because it is small. */
  | { per1000: null; why: 'no-figure' | 'zero' | 'hidden' };

/** A count per thousand, with two decimals, or why it is unknown. */
export function perThousand(count: number | null, { value }: Pick<Denominator, 'value'>): Rate {
  if (count === null) return { per1000: null, why: 'hidden' };
  if (value === null) return { per1000: null, why: 'no-figure' };
  if (value <= 0) return { per1000: null, why: 'zero' };
  return { per1000: Math.round((count / value) * 100_000) / 100, why: null };
}
