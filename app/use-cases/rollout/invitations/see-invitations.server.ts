import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { Answer } from '#curriculum/rollout/invitation.ts';
import { listAnswers, listInvitationLetters, listInvitations } from '#db/queries/invitation.ts';
import { type BoardService, rolloutBoard } from '../board/rollout-board.server.ts';
import { isPrinted } from './is-printed.ts';
import { unansweredOn } from './unanswered-on.server.ts';

export type InvitationRow = {
  id: string;
  serviceId: string;
  waveId: string;
  name: string;
  code: string | null;
  invitedOn: string;
  answerBy: string;
  remindedOn: string[];
  waited: number;
  answer: Answer | null;
  reason: string;
  /** Whether the answer is still awaited: nobody answered, and the service did not commit in another way. */
  awaited: boolean;
  /** Its letter on paper can be printed: the answer is awaited, and its day has not passed. */
  onPaper: boolean;
};
export type InvitationsView = {
  /** How long an answer usually may take. */
  usualLastDay: string;
  waves: { id: string; name: string; opensOn: string; services: Pick<BoardService, 'serviceId' | 'name' | 'step'>[] }[];
  invitations: InvitationRow[];
  /** Services that somebody noted as invited, without an invitation sent from here, and that have not answered. */
  notedOnly: number;
};

/** The latest invitation of each service with its answer and reminders, those that waited longest first. */
export async function seeInvitations(world: World, viewer: Viewer): Promise<InvitationsView | undefined> {
  if (!may(viewer, 'record-rollout')) return undefined;
  const today = dayOf(world.now());
  const [board, invitations, open] = await Promise.all([
    rolloutBoard(world, today),
    listInvitations(world.db),
    unansweredOn(world, today),
  ]);
  const ids = invitations.map(({ id }) => id);
  const [answers, letters] = await Promise.all([listAnswers(world.db, ids), listInvitationLetters(world.db, ids)]);
  const services = new Map(
    [...board.waves.flatMap((wave) => wave.services), ...board.others].map((each) => [each.serviceId, each]),
  );
  const awaited = new Set(open.map(({ id }) => id));
  const rows = invitations.map((each): InvitationRow => {
    const last = answers.findLast(({ invitationId }) => invitationId === each.id);
    const service = services.get(each.serviceId);
    const invitedOn = dayOf(each.invitedAt);
    const reminders = letters.filter(({ invitationId, kind }) => invitationId === each.id && kind === 'reminder');
    return {
      ...{ id: each.id, serviceId: each.serviceId, waveId: each.waveId, answerBy: each.answerBy },
      name: service?.name ?? each.service,
      ...{ code: service?.codes[0] ?? null, invitedOn, waited: daysBetween(invitedOn, today) },
      remindedOn: [...new Set(reminders.map(({ on }) => on))],
      ...{ answer: last?.answer ?? null, reason: last?.reason ?? '', awaited: awaited.has(each.id) },
      onPaper: awaited.has(each.id) && isPrinted(each, today),
    };
  });
  return {
    usualLastDay: addDays(today, 28),
    waves: board.waves.map(({ id, name, opensOn, services: own }) => ({
      ...{ id, name, opensOn },
      services: own.map(({ serviceId, name: service, step }) => ({ serviceId, name: service, step })),
    })),
    notedOnly: [...services.values()].filter(
      ({ serviceId, step }) => step === 'inviteret' && !invitations.some((each) => each.serviceId === serviceId),
    ).length,
    invitations: rows.sort((a, b) => b.waited - a.waited || danish.compare(a.name, b.name)),
  };
}
