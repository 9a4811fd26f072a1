import type { World } from '#app/platform/world.server.ts';
import { extendAttempts } from '#app/use-cases/learning/quiz/extend-attempts.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatNumber } from '#app/words/format.ts';
import { hasExceptionOf } from '#db/queries/exception.ts';
import { listRunningAttempts } from '#db/queries/quiz.ts';
import { noteException } from './note-exception.server.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** By how much the time limit of a quiz may be extended for one person. */
export const timeFactors = ['1.25', '1.5', '2'] as const;

type Outcome = DecisionOutcome | { ok: false; reason: 'not-a-factor' };

/**
 * Grants a person more time in every quiz from now on, in every course, also in one that is running. The reason must not
 * name an illness. The same form sent twice is one exception.
 */
export async function grantTime(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; factor: string; reason: string; operationId?: string },
): Promise<Outcome> {
  const factor = Number(input.factor);
  const operation = operationOf(viewer, input);
  const outcome = await withAdviser(world, viewer, input.enrolmentId, async (trx, adviser) => {
    if (await hasExceptionOf(trx, operation)) return { ok: true, elsewhere: [] } as const;
    const reason = parseReason(input.reason);
    if (!timeFactors.some((each) => each === input.factor)) return { ok: false, reason: 'not-a-factor' } as const;
    if (!reason) return { ok: false, reason: 'reason-missing' } as const;
    const { record } = adviser;
    const { id, person_id: personId } = record.enrolment;
    const granted = await noteException(world, trx, viewer, adviser, {
      kind: 'extra-time',
      value: input.factor,
      reason,
      operation,
    });
    await writeAudit(world, trx, { actor: viewer.personId, action: 'extra-time', subject: id });
    await writeLetter(world, trx, {
      personId,
      key: `extra-time:${granted}`,
      template: 'extra-time',
      words: (language) => ({ factor: formatNumber(language, factor, 2), url: `${world.publicUrl}/profile` }),
    });
    const running = await listRunningAttempts(trx, personId, world.now());
    await extendAttempts(world, trx, viewer, { record, running, factor });
    return { ok: true, elsewhere: running.filter((attempt) => attempt.enrolment_id !== id) } as const;
  });
  if (!outcome.ok) return outcome;
  // Each record is locked in a transaction of its own, so that two grants never wait for each other's records.
  for (const attempt of outcome.elsewhere) {
    await world.db.transaction().execute(async (trx) => {
      const record = await lockRecord(world, trx, attempt.enrolment_id);
      if (record) await extendAttempts(world, trx, viewer, { record, running: [attempt], factor });
    });
  }
  return { ok: true };
}
