import type { GateValue, ServiceReadiness, Verdict } from './readiness-of.ts';

export type Change = {
  code: string;
  name: string;
  from: Verdict;
  to: Verdict;
  /** The gates that made it so. */
  gates: { key: string; from: GateValue; to: GateValue }[];
};

/** The municipalities whose verdict on one day is another than on an earlier day: those that became ready, those that no longer are, the others. */
export function changesBetween(before: readonly ServiceReadiness[], after: readonly ServiceReadiness[]): Change[] {
  const earlier = new Map(before.map((service) => [service.serviceId, service]));
  const changes = after.flatMap(({ serviceId, verdict, gates, municipalities }) => {
    const was = earlier.get(serviceId);
    if (!was || was.verdict === verdict) return [];
    const changed = gates.flatMap(({ key, value }) => {
      const from = was.gates.find((gate) => gate.key === key)?.value ?? 'ukendt';
      return from === value ? [] : [{ key, from, to: value }];
    });
    return municipalities.map(({ code, name }) => ({ code, name, from: was.verdict, to: verdict, gates: changed }));
  });
  return changes.sort((a, b) => directions.indexOf(directionOf(a)) - directions.indexOf(directionOf(b)));
}

const directions = ['up', 'down', 'aside'] as const;

/** Unknown is not no: between not ready and undetermined there is neither up nor down. */
export function directionOf({ from, to }: Pick<Change, 'from' | 'to'>): (typeof directions)[number] {
  if (to === 'klar') return 'up';
  return from === 'klar' ? 'down' : 'aside';
}
