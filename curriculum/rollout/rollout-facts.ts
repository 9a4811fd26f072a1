import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import type { RolloutFacts } from './rollout-event.ts';

type Found = Pick<ServiceReadiness, 'gates' | 'verdict' | 'inTraining'>;

/** What the computed readiness of a service says to the rollout. */
export function rolloutFactsOf(
  { gates, verdict, inTraining }: Found,
  decided: { override: boolean; signedOff: boolean },
): RolloutFacts {
  return {
    training: inTraining,
    staffed: gates.some(({ kind, value }) => kind === 'staffing' && value === 'opfyldt'),
    verdict,
    lacks: gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt').map(({ key }) => key),
    ...decided,
  };
}
