import type { AvailableKeys, KeyAge } from '#app/platform/key-ages.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';

type Urgency = 'none' | 'soon' | 'now' | 'over';
export type SigningKeys = Pick<AvailableKeys, 'lacks'> & {
  keys: (Omit<KeyAge, 'from' | 'until'> & { from: string; until: string; daysLeft: number; urgency: Urgency })[];
};

export const daysToPlan = 90;
const daysToAct = 30;

/** The signing keys, their last day and when a new one is needed, for the people who are responsible for them. */
export async function seeSigningKeys(world: World, viewer: Viewer): Promise<SigningKeys | undefined> {
  if (!may(viewer, 'see-signing-keys')) return undefined;
  const { keys, ...rest } = await world.keys();
  const now = world.now();
  return {
    ...rest,
    keys: keys.map((key) => {
      const daysLeft = Math.max(0, daysBetween(dayOf(now), dayOf(key.until)));
      return {
        ...key,
        from: dayOf(key.from),
        until: dayOf(key.until),
        daysLeft,
        urgency: urgencyOf(key, now, daysLeft),
      };
    }),
  };
}

function urgencyOf({ until }: KeyAge, now: string, daysLeft: number): Urgency {
  if (until <= now) return 'over';
  if (daysLeft <= daysToAct) return 'now';
  return daysLeft <= daysToPlan ? 'soon' : 'none';
}
