import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { listKnownKeys } from './list-known-keys.server.ts';

/** A key that proves badges never expires, but we replace it after this many years. */
export const badgeKeyYears = 3;

export type BadgeKey = { id: string; since: string; ageDays: number; isOld: boolean };

/** The keys that prove badges now, with their age, for the people who are responsible for them. */
export async function seeBadgeKeys(world: World, viewer: Viewer): Promise<BadgeKey[] | undefined> {
  if (!may(viewer, 'see-signing-keys')) return undefined;
  const today = dayOf(world.now());
  return (await listKnownKeys(world.db))
    .filter(({ retiredAt, compromisedAt }) => !retiredAt && !compromisedAt)
    .map(({ id, since }) => {
      const from = since ? dayOf(since) : today;
      const ageDays = daysBetween(from, today);
      return { id, since: from, ageDays, isOld: ageDays > badgeKeyYears * 365 };
    });
}
