import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import { endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { listAnswers, listInvitations } from '#db/queries/invitation.ts';
import { listRollout } from '#db/queries/rollout.ts';

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** The invitations without an answer at the end of a day, without a permission check: nobody said yes, no or later. */
export async function unansweredOn(world: Pick<World, 'db'>, day: string): Promise<OpenInvitation[]> {
  const until = endOfDay(day);
  const [invitations, events] = await Promise.all([
    listInvitations(world.db, { until }),
    listRollout(world.db, { day }),
  ]);
  const answered = new Set(
    (
      await listAnswers(
        world.db,
        invitations.map(({ id }) => id),
        until,
      )
    ).map(({ invitationId }) => invitationId),
  );
  const histories = byService(events);
  const decided = (serviceId: string) =>
    (histories.get(serviceId) ?? []).some(({ type }) => type === 'committed' || type === 'live');
  return invitations.filter(({ id, serviceId }) => !answered.has(id) && !decided(serviceId));
}
