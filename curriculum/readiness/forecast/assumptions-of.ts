import type { ForecastFacts } from './forecast-facts.ts';
import { nationWeighs, type Pace } from './pace.ts';
import { leavingInMonth, renewalChance } from './people-of.ts';

/** What the forecast rests on, with its numbers. */
export type Assumptions = {
  completions: number;
  /** The days from the request of a seat to the certificate, on average. */
  meanDays: number;
  /** The chance of getting through the newest edition, from the request of a seat. */
  through: number;
  renewals: { ended: number; renewed: number; chance: number };
  /** The chance of leaving within a month, and how many have left. */
  turnover: { left: number; inMonth: number };
  onTheWay: number;
  /** On the way, and no planned day or hold takes them to the end. */
  withoutCourseDay: number;
  courseDays: number;
  nationWeighs: number;
};

/** The numbers behind the forecast, for its sentences. */
export function assumptionsOf(facts: ForecastFacts, pace: Pace, withoutCourseDay: number): Assumptions {
  const { completions, renewals, turnover } = facts.learned;
  const newest = facts.paths.find(({ id }) => id === facts.newest);
  const people = completions.reduce((sum, each) => sum + each.people, 0);
  return {
    completions: people,
    meanDays: Math.round(completions.reduce((sum, each) => sum + each.days, 0) / people),
    through: newest ? pace.through(newest) : 0,
    renewals: {
      ended: renewals.ended,
      renewed: renewals.renewed.reduce((sum, each) => sum + each.people, 0),
      chance: renewalChance(renewals),
    },
    turnover: { left: turnover.left, inMonth: leavingInMonth(turnover) },
    onTheWay: facts.pipeline.length,
    withoutCourseDay,
    courseDays: facts.courseDays.length,
    nationWeighs,
  };
}
