import { directionOf, gateChangesBetween } from './changes-between.ts';
import type { GateValue, Reason, ServiceReadiness, Verdict } from './readiness-of.ts';

export type EffectOnGate = { key: string; from: GateValue; to: GateValue; before: Reason; after: Reason };
export type EffectOnService = {
  serviceId: string;
  name: string;
  codes: string[];
  from: Verdict;
  to: Verdict;
  /** Ready by the other rules, no longer ready, or neither. */
  direction: 'up' | 'down' | 'aside' | 'same';
  gates: EffectOnGate[];
};

/** What other rules would do on the same facts: every service with a gate or a verdict that differs, and why. */
export function policyEffect(
  before: readonly ServiceReadiness[],
  after: readonly ServiceReadiness[],
): EffectOnService[] {
  const changed = after.flatMap((service): EffectOnService[] => {
    const was = before.find(({ serviceId }) => serviceId === service.serviceId);
    if (!was) return [];
    const reasonIn = ({ gates }: ServiceReadiness, key: string) => gates.find((gate) => gate.key === key)!.reason;
    const gates = gateChangesBetween(was.gates, service.gates).map((change) => ({
      ...change,
      before: reasonIn(was, change.key),
      after: reasonIn(service, change.key),
    }));
    const [from, to] = [was.verdict, service.verdict];
    if (gates.length === 0 && from === to) return [];
    return [
      {
        ...{ serviceId: service.serviceId, name: service.name, codes: service.municipalities.map(({ code }) => code) },
        ...{ from, to, direction: from === to ? 'same' : directionOf({ from, to }), gates },
      },
    ];
  });
  return changed.sort((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction));
}

const order: EffectOnService['direction'][] = ['down', 'up', 'aside', 'same'];

/** How many services each gate would no longer be met for, and how many it would be met for instead. */
export function effectByGate(services: readonly EffectOnService[]): { key: string; lost: number; won: number }[] {
  const counts = new Map<string, { lost: number; won: number }>();
  const isMet = (value: GateValue) => value === 'opfyldt' || value === 'ikke-relevant';
  for (const { key, from, to } of services.flatMap(({ gates }) => gates)) {
    const count = counts.get(key) ?? { lost: 0, won: 0 };
    if (isMet(from) && !isMet(to)) count.lost += 1;
    if (!isMet(from) && isMet(to)) count.won += 1;
    counts.set(key, count);
  }
  return [...counts].map(([key, count]) => ({ key, ...count }));
}
