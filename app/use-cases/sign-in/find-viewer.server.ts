import type { World } from '#app/platform/world.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findSession, updateLastSeen } from '#db/queries/session.ts';

const minute = 60_000;
/** A session ends after half a working day without a request, so that twenty minutes at a desk are never lost. */
const idle = 4 * 60 * minute;

/** Who is behind this session key; one SELECT, and a write at most once a minute. */
export async function findViewer(world: World, sessionKey: string): Promise<Viewer | undefined> {
  const now = world.now();
  const seenAfter = new Date(Date.parse(now) - idle).toISOString();
  const facts = await findSession(world.db, sessionKey, now, seenAfter, dayOf(now));
  if (!facts) return undefined;
  if (Date.parse(now) - Date.parse(facts.lastSeenAt) > minute) await updateLastSeen(world.db, sessionKey, now);
  const grants = facts.grants.map(({ role, serviceId }) => ({ role: role as Role, serviceId }));
  return { personId: facts.personId, name: facts.name, language: facts.language, grants, sessionKey };
}
