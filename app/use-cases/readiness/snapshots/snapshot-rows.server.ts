import type { World } from '#app/platform/world.server.ts';
import type { Basis } from '#app/use-cases/readiness/basis-of.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf } from '#curriculum/readiness/readiness-of.ts';
import type { SnapshotRow } from '#curriculum/readiness/snapshot.ts';
import { listRegionsOn } from '#db/queries/place.ts';

/** The rules a snapshot was judged by, kept with it whole. */
export type SnapshotRules = { policy: Policy; basis: Basis };

type Asked = {
  asOf: string;
  /** The day on which it was taken: a coming day has the papers of that day. */
  takenOn: string;
  known: string;
  rules: SnapshotRules;
  services?: readonly string[] | undefined;
};

/** The rows of a snapshot from the facts that were known at an instant, judged by the rules given. */
export async function snapshotRows(world: World, { asOf, takenOn, known, rules, services }: Asked) {
  const judging = { ...world, policy: rules.policy };
  const [facts, regions] = await Promise.all([
    listServiceFacts(judging, asOf, { known, services, basis: rules.basis }),
    listRegionsOn(world.db, asOf),
  ]);
  return facts.map((each): SnapshotRow => {
    const { municipalities, ...row } = readinessOf(rules.policy, asOf, each, takenOn);
    return {
      ...row,
      municipalities: municipalities.map(({ code, name, population, pilot }) => ({
        ...{ code, name, population, pilot },
        region: regions.get(code) ?? null,
      })),
    };
  });
}
