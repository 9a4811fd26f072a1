/** A number of municipalities on a day: 8 of 10 outcomes lie from `low` to `high`, 5 of 10 from `lower` to `upper`. */
export type Spread = { low: number; lower: number; middle: number; upper: number; high: number };

/** The spread of numbers drawn on each date, and how often they reach the target. */
export function quantiles(
  drawn: Int16Array,
  draws: number,
  steps: number,
  most: number,
  target: number,
): { spreads: Spread[]; reached: number[] } {
  const spreads: Spread[] = [];
  const reached: number[] = [];
  for (let step = 0; step < steps; step++) {
    const times = new Int32Array(most + 1);
    for (let draw = 0; draw < draws; draw++) times[drawn[draw * steps + step]!]! += 1;
    const at = (share: number) => {
      let sum = 0;
      return times.findIndex((each) => (sum += each) >= share * draws);
    };
    spreads.push({ low: at(0.1), lower: at(0.25), middle: at(0.5), upper: at(0.75), high: at(0.9) });
    reached.push(times.reduce((sum, each, count) => sum + (count >= target ? each : 0), 0) / draws);
  }
  return { spreads, reached };
}
