import type { World } from '#app/platform/world.server.ts';
import { findProofStanding } from '#app/use-cases/certificates/issuing/find-proof-standing.server.ts';
import { type CourseView, courseViewOf } from '#app/use-cases/learning/course-view-of.server.ts';
import { findDatesAhead } from '#app/use-cases/learning/find-dates-ahead.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { can } from '#curriculum/flow/can.ts';
import { certifiesNobody } from '#curriculum/flow/course.ts';
import type { Attendance, FlowEvent, HistoryEvent } from '#curriculum/flow/flow-event.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { listEventsWithActors } from '#db/queries/enrolment.ts';
import { listExceptions, type ShownException } from '#db/queries/exception.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { findAdviser } from './find-adviser.server.ts';

export type AdviserView = {
  enrolmentId: string;
  name: string;
  library: string | null;
  email: string | null;
  hold: { id: string; name: string };
  course: CourseView;
  heldBackBecause: string | null;
  /** The quizzes that are being taken now, and when each ends. */
  running: { step: string; dueAt: string | null }[];
  exceptions: { id: string; kind: ShownException; value: string; reason: string; by: string; at: string }[];
  /** What happened, newest first. `by` is null if a deadline caused it. */
  events: {
    seq: number;
    type: HistoryEvent['type'];
    step?: string;
    at: string;
    by: string | null;
    reason?: string;
    change?: { was: Attendance; now: Attendance };
  }[];
  /** The proof of attendance, if one was given. */
  proof: { number: string; issuedOn: string } | null;
  /** The actions the leader may take now. */
  may: {
    giveProof: boolean;
    giveLeave: boolean;
    endLeave: boolean;
    makeExceptions: boolean;
    holdBack: boolean;
    grantAt: string[];
    breakOff: string[];
  };
};

type Payload = { step?: string; reason?: string; was?: Attendance; now?: Attendance };

/** One adviser on a hold the viewer leads: their progress, their history and the decisions about them. */
export async function seeAdviser(world: World, viewer: Viewer, enrolmentId: string): Promise<AdviserView | undefined> {
  const adviser = await findAdviser(world, viewer, enrolmentId);
  if (!adviser) return undefined;
  const { record, hold } = adviser;
  const { enrolment, edition, snapshot } = record;
  if (!hold.leaderIds.includes(viewer.personId))
    noteLookup(world, viewer, { page: 'adviser', personId: enrolment.person_id });
  const at = world.now();
  const person = (await findPersonAt(world.db, enrolment.person_id, dayOf(at)))!;
  const welcome = (fact: FlowEvent) => can(machineOf(edition.course), snapshot, fact) === undefined;
  const events = await listEventsWithActors(world.db, enrolment.id);
  const { proof, refusal } = await findProofStanding(world.db, adviser);
  const exceptions = await listExceptions(world.db, enrolment.person_id, enrolment.id);
  const running = edition.course.steps.flatMap(({ id, kind }) =>
    kind === 'quiz' && snapshot.value.steps[id] === 'in-attempt'
      ? [{ step: id, dueAt: snapshot.context.steps[id]?.dueAt ?? null }]
      : [],
  );
  const open = !isOver(enrolment.state) && enrolment.state !== 'withheld';
  return {
    enrolmentId,
    name: person.name,
    library: person.library_name,
    email: person.email,
    hold: { id: hold.id, name: hold.name },
    course: await courseViewOf(world, record, await findDatesAhead(world, enrolment.id)),
    heldBackBecause: enrolment.held_back_because,
    running,
    exceptions: exceptions.map(({ id, kind, value, reason, by, recorded_at }) => ({
      id,
      kind,
      value,
      reason,
      by,
      at: recorded_at,
    })),
    events: events.map(({ seq, type, at: when, payload, by }) => {
      const { step, reason, was, now } = JSON.parse(payload) as Payload;
      if (step && was && now) return { seq, type, at: when, by, step, change: { was, now }, ...(reason && { reason }) };
      if ((type === 'released' || type === 'quiz-faulted') && step)
        return { seq, type, at: when, by, step, ...(reason && { reason }) };
      // A grader's comments are for the adviser. Leaders of the same library may not read them.
      return { seq, type, at: when, by, ...(step ? { step } : reason && { reason }) };
    }),
    proof: proof ? { number: proof.number, issuedOn: dayOf(proof.issued_at) } : null,
    may: {
      giveProof: refusal === undefined && may(viewer, 'give-attendance-proof', { leaderIds: hold.leaderIds }),
      giveLeave: welcome({ at, type: 'suspended', reason: 'asked' }),
      endLeave: welcome({ at, type: 'resumed' }),
      makeExceptions: open,
      holdBack: open && !certifiesNobody(edition.course),
      grantAt: edition.course.steps
        .filter(
          ({ id, kind }) =>
            (kind === 'quiz' || kind === 'practical') && welcome({ at, type: 'attempt-granted', step: id }),
        )
        .map(({ id }) => id),
      breakOff: running
        .filter(({ step }) => welcome({ at, type: 'quiz-faulted', step, reason: 'asked' }))
        .map(({ step }) => step),
    },
  };
}
