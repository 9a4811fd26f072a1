import type { World } from '#app/platform/world.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { findHold } from '#db/queries/hold.ts';
import { inTurn } from './in-turn.ts';
import { type FindAdviser, printProof } from './print-proof.server.ts';

type Outcome = Awaited<ReturnType<typeof printProof>> | { ok: true; number: null };

/**
 * Gives the proof of attendance that a course ends with when it certifies nobody, on the word of who noted the attendance.
 * Somebody who has a proof from before they moved to such a course keeps that one, and has attended.
 */
export async function proveAttendance(world: World, enrolmentId: string): Promise<Outcome> {
  return inTurn(enrolmentId, async (): Promise<Outcome> => {
    const given = await printProof(world, enrolmentId, { find: findAttended, actor: null });
    return given.ok || given.reason !== 'proof-given' ? given : endWithProof();
  });

  async function findAttended(db: Parameters<FindAdviser>[0], lock: boolean): ReturnType<FindAdviser> {
    const record = await (lock ? lockRecord : findRecord)(world, db, enrolmentId);
    const hold = record && (await findHold(db, record.enrolment.hold_id));
    return record?.edition.course.end === 'attended' && hold ? { record, hold } : undefined;
  }

  function endWithProof(): Promise<Outcome> {
    return world.db.transaction().execute(async (trx): Promise<Outcome> => {
      const record = await lockRecord(world, trx, enrolmentId);
      if (record?.edition.course.end !== 'attended' || record.enrolment.state !== 'assessed')
        return { ok: false, reason: 'proof-given' };
      const ended = await recordFact(world, trx, record, { at: world.now(), type: 'issued' }, null);
      return ended.ok ? { ok: true, number: null } : { ok: false, reason: 'proof-given' };
    });
  }
}
