import { addMonths } from '#curriculum/calendar/calendar-day.ts';
import { furthestMonths, targetOf, usualDayOf } from './usual-day-of.ts';

type SetDate = { day: string; target: number | null };

/**
 * The day and the number of municipalities that a forecast is asked for unless others are given: those of the rollout,
 * where one is set that a forecast can reach.
 */
export function dayAndTarget(asOf: string, rollout: SetDate | undefined): { by: string; target: number } {
  const reaches = rollout !== undefined && rollout.day > asOf && rollout.day <= addMonths(asOf, furthestMonths);
  return {
    by: reaches ? rollout.day : usualDayOf(asOf),
    target: rollout?.target ?? targetOf.usual,
  };
}
