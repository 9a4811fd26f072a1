import { type GateChange, gateChangesBetween } from './changes-between.ts';
import type { Policy } from './parse-policy.ts';
import { type Reason, readinessOf, type ServiceFacts, type Verdict } from './readiness-of.ts';

/** People who are new in a service on a day. None of them is certified or has passed anything yet. */
export type Added = { people: number; guides: number };

/** What adding people does to a service: its verdict before and after, and each gate whose value changes. */
export type Effect = Added & VerdictChange;
/** What a service is before and after something, and each gate whose value changes. */
export type VerdictChange = {
  serviceId: string;
  name: string;
  from: Verdict;
  to: Verdict;
  gates: (GateChange & { reason: Reason })[];
};

/**
 * The effect of adding people to a library service on a day. A service of which nobody was registered becomes known, so
 * its staffing can change from unknown to not met.
 */
export function effectOf(policy: Policy, asOf: string, facts: ServiceFacts, added: Added, today: string): Effect {
  return { ...added, ...verdictChange(policy, asOf, facts, withAdded(facts, added), today) };
}

/** How the readiness of a service differs between two sets of facts on a day. */
export function verdictChange(
  policy: Policy,
  asOf: string,
  was: ServiceFacts,
  is: ServiceFacts,
  today: string,
): VerdictChange {
  const before = readinessOf(policy, asOf, was, today);
  const after = readinessOf(policy, asOf, is, today);
  return {
    serviceId: is.serviceId,
    name: is.name,
    from: before.verdict,
    to: after.verdict,
    gates: gateChangesBetween(before.gates, after.gates).map((change) => ({
      ...change,
      reason: after.gates.find(({ key }) => key === change.key)!.reason,
    })),
  };
}

const withAdded = (facts: ServiceFacts, { people, guides }: Added): ServiceFacts => ({
  ...facts,
  anyAffiliation: facts.anyAffiliation || people > 0,
  guides: facts.guides + guides,
});
