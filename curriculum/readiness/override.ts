/** Lets a service go live that is not ready. It says why, who decides and when it ends, and changes no gate and no verdict. */
export type Override = {
  id: string;
  reason: string;
  decidedBy: string;
  from: string;
  /** The first day on which it no longer holds. */
  until: string;
  /** From this day on it does not hold, because it was withdrawn. */
  withdrawnOn: string | null;
};

type Period = Pick<Override, 'from' | 'until' | 'withdrawnOn'>;
export type OverrideStanding = 'coming' | 'in-force' | 'ended' | 'withdrawn';

/** Whether an override has begun, has ended or was withdrawn by a day. */
export function overrideStanding({ from, until, withdrawnOn }: Period, day: string): OverrideStanding {
  if (withdrawnOn !== null && withdrawnOn <= day) return 'withdrawn';
  if (until <= day) return 'ended';
  return from <= day ? 'in-force' : 'coming';
}

/** Do two overrides of one service have a day in common? */
export function overridesOverlap(one: Period, other: Period): boolean {
  // One that was withdrawn before it began has no day at all.
  return [one.from, other.from].every((from) => from < endOf(one) && from < endOf(other));
}

const endOf = ({ until, withdrawnOn }: Period) => (withdrawnOn !== null && withdrawnOn < until ? withdrawnOn : until);
