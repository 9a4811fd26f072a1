import type { World } from '#app/platform/world.server.ts';
import { type LookedUpBy, lookupsOf } from '#app/use-cases/lookups/lookups-of.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Reminder } from '#app/use-cases/practice/set-practice.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findOwnTime } from '#db/queries/exception.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { findPracticeSetting } from '#db/queries/practice.ts';

export type Profile = {
  name: string;
  email: string | null;
  library: string | null;
  roles: Role[];
  /** By how much the time in quizzes is longer; 1 without extra time. */
  timeFactor: number;
  lookedUp: LookedUpBy[];
  /** Whether an adviser practises; null for others. */
  practice: { state: 'off' | 'on' | 'stopped'; since: string; remind: Reminder } | null;
};

/** What is on record about the viewer. */
export async function seeProfile(world: World, viewer: Viewer): Promise<Profile> {
  const today = dayOf(world.now());
  const person = await findPersonAt(world.db, viewer.personId, today);
  return {
    name: viewer.name,
    email: person?.email ?? null,
    library: person?.library_name ?? null,
    timeFactor: await findOwnTime(world.db, viewer.personId, today),
    lookedUp: await lookupsOf(world, viewer.personId),
    practice: may(viewer, 'practise', { personId: viewer.personId }) ? await practiceOf(world, viewer) : null,
    roles: [...new Set(viewer.grants.map(({ role }) => role))],
  };
}

async function practiceOf(world: World, { personId }: Viewer): Promise<Profile['practice']> {
  const setting = await findPracticeSetting(world.db, personId);
  if (!setting) return { state: 'off', since: '', remind: 'never' };
  return { state: setting.stopped_at === null ? 'on' : 'stopped', since: setting.since, remind: setting.remind };
}
