import type { World } from '#app/platform/world.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findSession } from '#db/queries/session.ts';

const minute = 60_000;
/**
 * A session ends after four hours without a request, so that twenty minutes helping somebody never cost the session.
 */
const idle = 4 * 60 * minute;

/**
 * The person behind this session key. Takes one SELECT. When the session was used is saved by the round of the minute,
 * because a page that only reads must not wait for a write.
 */
export async function findViewer(world: World, sessionKey: string): Promise<Viewer | undefined> {
  const now = world.now();
  const seenAfter = new Date(Date.parse(now) - idle).toISOString();
  const facts = await findSession(world.db, sessionKey, now, seenAfter, dayOf(now));
  if (!facts) return undefined;
  if (Date.parse(now) - Date.parse(facts.lastSeenAt) > minute) world.seen.set(sessionKey, now);
  const grants = facts.grants.map(({ role, serviceId }) => ({ role: role as Role, serviceId }));
  const signedInUntil = new Date(Math.min(Date.parse(now) + idle, Date.parse(facts.expiresAt))).toISOString();
  return { personId: facts.personId, name: facts.name, language: facts.language, grants, sessionKey, signedInUntil };
}
