import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { daysBetween, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import type { Answer } from '#curriculum/rollout/invitation.ts';
import { listAnswers, listInvitations } from '#db/queries/invitation.ts';
import { listRollout } from '#db/queries/rollout.ts';
import type { Answers, InvitedRow } from './answers.ts';
import { placeOf } from './place-of.ts';

/**
 * Question 5: the services that were invited by the day and have not answered, those who waited longest first. A yes is a
 * commitment; a no and a later are answers too, and so is going live without either.
 */
export async function invitations(
  world: World,
  { asOf, knownOn, services }: Readiness,
): Promise<Answers['invitations']> {
  const events = byService(await listRollout(world.db, { day: asOf, known: knownOn && endOfDay(knownOn) }));
  const said = await saidBy(world, [endOfDay(asOf), endOfDay(knownOn ?? asOf)].sort()[0]!);
  const asked = services.map((service) => {
    const own = events.get(service.serviceId) ?? [];
    return {
      service,
      invitedOn: own.find(({ type }) => type === 'invited')?.on,
      said: said.get(service.serviceId),
      answered: said.has(service.serviceId) || own.some(({ type }) => type === 'committed' || type === 'live'),
    };
  });
  const rows = asked.flatMap(({ service, invitedOn, answered }): InvitedRow[] =>
    invitedOn === undefined || answered
      ? []
      : [{ ...placeOf(service), stage: service.stage, invitedOn, days: daysBetween(invitedOn, asOf) }],
  );
  rows.sort((a, b) => b.days - a.days || danish.compare(a.name, b.name));
  const answered = asked.filter((each) => each.answered).length;
  return {
    asOf,
    question: 5,
    rows,
    totals: {
      ...{ unanswered: rows.length, answered, notInvited: services.length - rows.length - answered },
      no: asked.filter((each) => each.said === 'no').length,
      later: asked.filter((each) => each.said === 'later').length,
    },
  };
}

/** What each service answered to its latest invitation by an instant. */
async function saidBy(world: World, until: string): Promise<Map<string, Answer>> {
  const invitations = await listInvitations(world.db, { until });
  const given = await listAnswers(
    world.db,
    invitations.map(({ id }) => id),
    until,
  );
  const last = new Map(given.map(({ invitationId, answer }) => [invitationId, answer]));
  return new Map(
    invitations.flatMap(({ id, serviceId }) => {
      const answer = last.get(id);
      return answer ? [[serviceId, answer] as const] : [];
    }),
  );
}
