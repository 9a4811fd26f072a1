import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { insertException } from '#db/queries/exception.ts';
import type { Db } from '#db/schema.ts';
import {
  type Adviser,
  type Done,
  type NotDone,
  parseReason,
  recordDecision,
  withAdviser,
} from './adviser-record.server.ts';

/** By how much the time limit of a quiz may be extended for one person. */
export const timeFactors = ['1.25', '1.5', '2'] as const;

type Issue = { ok: false; reason: 'not-a-factor' | 'not-a-day' | 'day-in-the-past' };
type Outcome = Done | Issue;

/** Grants one more attempt at one step, with a reason. It takes effect now and cannot be withdrawn. */
export function grantAttempt(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; reason: string },
): Promise<Done> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<Done> => {
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const done = await recordDecision(world, trx, viewer, adviser.record, {
      at: world.now(),
      type: 'attempt-granted',
      step: input.step,
    });
    if (done.ok) await note(world, trx, viewer, adviser, { kind: 'extra-attempt', value: input.step, reason });
    return done;
  });
}

/** Grants a person more time in every quiz from now on, in every course. The reason must not name an illness. */
export function grantTime(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; factor: string; reason: string },
): Promise<Outcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<Outcome> => {
    const reason = parseReason(input.reason);
    if (!timeFactors.some((each) => each === input.factor)) return { ok: false, reason: 'not-a-factor' };
    if (!reason) return { ok: false, reason: 'reason-missing' };
    await note(world, trx, viewer, adviser, { kind: 'extra-time', value: input.factor, reason });
    return audited(world, trx, viewer, adviser, 'extra-time');
  });
}

/** Gives one adviser their own deadline instead of the hold's. */
export function moveDeadline(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; day: string; reason: string },
): Promise<Outcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<Outcome> => {
    const reason = parseReason(input.reason);
    if (!isDay(input.day)) return { ok: false, reason: 'not-a-day' };
    if (input.day < dayOf(world.now())) return { ok: false, reason: 'day-in-the-past' };
    if (!reason) return { ok: false, reason: 'reason-missing' };
    await note(world, trx, viewer, adviser, { kind: 'own-deadline', value: input.day, reason });
    return audited(world, trx, viewer, adviser, 'own-deadline');
  });
}

async function note(
  world: World,
  trx: Db,
  viewer: Viewer,
  { record }: Adviser,
  given: { kind: 'extra-attempt' | 'extra-time' | 'own-deadline'; value: string; reason: string },
): Promise<void> {
  const now = world.now();
  await insertException(trx, {
    id: world.newId(),
    person_id: record.enrolment.person_id,
    enrolment_id: given.kind === 'extra-time' ? null : record.enrolment.id,
    ...given,
    by_person: viewer.personId,
    valid_from: dayOf(now),
    valid_until: null,
    recorded_at: now,
  });
}

async function audited(
  world: World,
  trx: Db,
  viewer: Viewer,
  { record }: Adviser,
  action: string,
): Promise<{ ok: true } | NotDone> {
  await writeAudit(world, trx, { actor: viewer.personId, action, subject: record.enrolment.id });
  return { ok: true };
}
