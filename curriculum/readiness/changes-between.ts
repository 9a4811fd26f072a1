import type { GateValue, ServiceReadiness, Verdict } from './readiness-of.ts';

export type Change = {
  code: string;
  name: string;
  from: Verdict;
  to: Verdict;
  /** The gates that caused the change. */
  gates: { key: string; from: GateValue; to: GateValue }[];
};

/**
 * The municipalities whose verdict has changed between two days: first those that became ready, then those that no
 * longer are, then the others.
 */
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

/** "Undetermined" does not mean "no", so a change between "not ready" and "undetermined" is neither up nor down. */
export function directionOf({ from, to }: Pick<Change, 'from' | 'to'>): (typeof directions)[number] {
  if (to === 'klar') return 'up';
  return from === 'klar' ? 'down' : 'aside';
}
