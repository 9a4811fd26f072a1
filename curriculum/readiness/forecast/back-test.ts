/** What was foretold of a place on a day, what two simple guesses said, and what happened. */
export type Told = {
  chance: number;
  /** It stays as it is today. */
  asToday: boolean;
  /** Everybody on the way finishes on time, everybody renews and nobody leaves. */
  onTime: boolean;
  happened: boolean;
};
/** Foretold with about this chance: how often, and how often it happened. */
type CalibrationGroup = { from: number; to: number; count: number; foretold: number; happened: number };
export type BackTest = {
  count: number;
  /** The mean of the squared error: 0 is always right, 0.25 is a coin. */
  brier: number;
  brierAsToday: number;
  brierOnTime: number;
  groups: CalibrationGroup[];
};

const groupsOfChance = 5;

/** Scores forecasts against what happened, beside the two simple guesses. */
export function scoreOf(told: readonly Told[]): BackTest {
  const brier = (guess: (each: Told) => number) =>
    told.reduce((sum, each) => sum + (guess(each) - Number(each.happened)) ** 2, 0) / Math.max(1, told.length);
  const groupOf = (chance: number) => Math.min(groupsOfChance - 1, Math.floor(chance * groupsOfChance));
  return {
    count: told.length,
    brier: brier(({ chance }) => chance),
    brierAsToday: brier(({ asToday }) => Number(asToday)),
    brierOnTime: brier(({ onTime }) => Number(onTime)),
    groups: Array.from({ length: groupsOfChance }, (_, at) => {
      const here = told.filter(({ chance }) => groupOf(chance) === at);
      const mean = (value: (each: Told) => number) =>
        here.length === 0 ? 0 : here.reduce((sum, each) => sum + value(each), 0) / here.length;
      return {
        from: at / groupsOfChance,
        to: (at + 1) / groupsOfChance,
        count: here.length,
        foretold: mean(({ chance }) => chance),
        happened: mean(({ happened }) => Number(happened)),
      };
    }),
  };
}
