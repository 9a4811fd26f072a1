import type { Stage } from '#curriculum/readiness/readiness-of.ts';

/** What everybody is told of a place: it helps now, it helps from a day, or one asks the citizen services. */
export type HelpStanding = { is: 'now' } | { is: 'from'; day: string } | { is: 'ask' };

type Facts = {
  /** Has the service said yes to being shown, and not taken it back? */
  consented: boolean;
  /** Has it said when and where it helps? */
  described: boolean;
  stage: Stage;
  /** The day its wave of the rollout opens, if it is in one. */
  opensOn: string | undefined;
};

/**
 * A place is shown only when it agreed. It helps now when it is live in the rollout and has said how; it helps from a day when
 * its wave opens later and it is not paused.
 */
export function helpStandingOf({ consented, described, stage, opensOn }: Facts, today: string): HelpStanding {
  if (!consented || stage === 'paa-pause') return { is: 'ask' };
  if (stage === 'i-drift') return described ? { is: 'now' } : { is: 'ask' };
  return opensOn !== undefined && opensOn > today ? { is: 'from', day: opensOn } : { is: 'ask' };
}
