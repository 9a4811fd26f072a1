import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { daysBetween, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { listRollout } from '#db/queries/rollout.ts';
import type { Answers, InvitedRow } from './answers.ts';
import { placeOf } from './place-of.ts';

/**
 * Question 5: the services that were invited by the day and have not committed themselves, those who waited longest first.
 * A service that went live without either has answered.
 */
export async function invitations(
  world: World,
  { asOf, knownOn, services }: Readiness,
): Promise<Answers['invitations']> {
  const events = byService(await listRollout(world.db, { day: asOf, known: knownOn && endOfDay(knownOn) }));
  const asked = services.map((service) => {
    const own = events.get(service.serviceId) ?? [];
    return {
      service,
      invitedOn: own.find(({ type }) => type === 'invited')?.on,
      answered: own.some(({ type }) => type === 'committed' || type === 'live'),
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
    totals: { unanswered: rows.length, answered, notInvited: services.length - rows.length - answered },
  };
}
