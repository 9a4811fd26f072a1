import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import type { RolloutFacts } from './rollout-event.ts';

type Found = Pick<ServiceReadiness, 'gates' | 'verdict' | 'inTraining' | 'override'>;

/** The gates that are not met or unknown. */
export const lackingOf = ({ gates }: Pick<ServiceReadiness, 'gates'>) =>
  gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt').map(({ key, value }) => ({ key, value }));

/** What the computed readiness of a service says to the rollout. */
export function rolloutFactsOf(
  { gates, verdict, inTraining, override }: Found,
  { signedOff }: { signedOff: boolean },
): RolloutFacts {
  return {
    training: inTraining,
    staffed: gates.some(({ kind, value }) => kind === 'staffing' && value === 'opfyldt'),
    verdict,
    lacks: lackingOf({ gates }).map(({ key }) => key),
    override: override !== null,
    signedOff,
  };
}
