import type { GateResult, GateValue, ServiceReadiness, Verdict } from './readiness-of.ts';

export type GateChange = { key: string; from: GateValue; to: GateValue };
export type Change = {
  code: string;
  name: string;
  from: Verdict;
  to: Verdict;
  /** The gates that caused the change. */
  gates: GateChange[];
};

/**
 * The municipalities whose verdict has changed between two days: first those that became ready, then those that no
 * longer are, then the others.
 */
export function changesBetween(before: readonly ServiceReadiness[], after: readonly ServiceReadiness[]): Change[] {
  // A municipality may have been served by another service then.
  const earlier = new Map(
    before.flatMap((service) => service.municipalities.map(({ code }) => [code, service] as const)),
  );
  const changes = after.flatMap(({ verdict, gates, municipalities }) =>
    municipalities.flatMap(({ code, name }) => {
      const was = earlier.get(code);
      if (!was || was.verdict === verdict) return [];
      return [{ code, name, from: was.verdict, to: verdict, gates: gateChangesBetween(was.gates, gates) }];
    }),
  );
  return changes.sort((a, b) => directions.indexOf(directionOf(a)) - directions.indexOf(directionOf(b)));
}

/** The gates with another value than before; a gate that was not asked about before was unknown. */
export function gateChangesBetween(before: readonly GateResult[], after: readonly GateResult[]): GateChange[] {
  return after.flatMap(({ key, value }) => {
    const from = before.find((gate) => gate.key === key)?.value ?? 'ukendt';
    return from === value ? [] : [{ key, from, to: value }];
  });
}

const directions = ['up', 'down', 'aside'] as const;

/** "Undetermined" does not mean "no", so a change between "not ready" and "undetermined" is neither up nor down. */
export function directionOf({ from, to }: Pick<Change, 'from' | 'to'>): (typeof directions)[number] {
  if (to === 'klar') return 'up';
  return from === 'klar' ? 'down' : 'aside';
}
