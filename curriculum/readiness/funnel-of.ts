import type { ServiceReadiness } from './readiness-of.ts';

/** The steps from an invitation to guiding citizens, in their order. */
export const funnelSteps = ['invited', 'committed', 'training', 'staffed', 'ready', 'live'] as const;
export type FunnelStep = (typeof funnelSteps)[number];
type Shown = Pick<ServiceReadiness, 'stage' | 'verdict' | 'staffing' | 'inTraining'> & {
  municipalities: readonly unknown[];
};

/** The furthest step a service has come to; undefined before it is invited. Who is live has come all the way. */
export function furthestStepOf({
  stage,
  verdict,
  staffing,
  inTraining,
}: Omit<Shown, 'municipalities'>): FunnelStep | undefined {
  if (stage === 'i-drift') return 'live';
  if (verdict === 'klar') return 'ready';
  if (staffing.missing === 0) return 'staffed';
  if (inTraining) return 'training';
  if (stage === 'tilsagn') return 'committed';
  return stage === 'inviteret' ? 'invited' : undefined;
}

/** How many municipalities have come at least as far as each step, so no step has more than the one before. Paused ones stand apart. */
export function funnelOf(services: readonly Shown[]): {
  steps: { step: FunnelStep; count: number }[];
  paused: number;
  none: number;
} {
  const reached = Object.fromEntries(funnelSteps.map((step) => [step, 0])) as Record<FunnelStep, number>;
  let [paused, none] = [0, 0];
  for (const service of services) {
    const many = service.municipalities.length;
    const furthest = service.stage === 'paa-pause' ? undefined : furthestStepOf(service);
    if (service.stage === 'paa-pause') paused += many;
    else if (furthest === undefined) none += many;
    else for (const step of funnelSteps.slice(0, funnelSteps.indexOf(furthest) + 1)) reached[step] += many;
  }
  return { steps: funnelSteps.map((step) => ({ step, count: reached[step] })), paused, none };
}
