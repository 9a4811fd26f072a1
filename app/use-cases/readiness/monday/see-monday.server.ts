import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { listRolloutDates, type RolloutDate } from '#db/queries/rollout-date.ts';
import { countParts } from './count-parts.ts';
import { type MondayDays, mondayDays } from './monday-days.server.ts';
import type { Part } from './part-of.ts';

export type Monday = MondayDays & {
  of: number;
  parts: Record<Part, number>;
  /** For how many days after the day a certificate must hold. */
  marginDays: number;
  /** Every day of the rollout that was set, newest first; empty for those who may not set one. */
  history: (RolloutDate & { by: string | null })[];
  maySet: boolean;
};

/** The answer for the day of the rollout: how many municipalities are ready, and what the others lack. */
export async function seeMonday(world: World, viewer: Viewer): Promise<Monday | undefined> {
  if (servicesFor(viewer, 'see-readiness') !== 'all') return undefined;
  const days = await mondayDays(world);
  const readiness = await readinessOn(world, viewer, days.day);
  if (!readiness) return undefined;
  const maySet = may(viewer, 'set-rollout-date');
  return {
    ...days,
    of: readiness.services.reduce((sum, { municipalities }) => sum + municipalities.length, 0),
    parts: countParts(readiness.services),
    marginDays: versionOn(world.policy, days.day).staffing.marginDays,
    history: maySet ? await listRolloutDates(world.db) : [],
    maySet,
  };
}
