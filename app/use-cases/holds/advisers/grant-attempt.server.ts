import type { World } from '#app/platform/world.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { hasExceptionOf } from '#db/queries/exception.ts';
import { noteException } from './note-exception.server.ts';
import { type DecisionOutcome, recordDecision } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** Grants one more attempt at one step, with a reason. It takes effect now and cannot be withdrawn. The same form twice is one attempt. */
export function grantAttempt(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; reason: string; operationId?: string },
): Promise<DecisionOutcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<DecisionOutcome> => {
    const operation = operationOf(viewer, input);
    if (await hasExceptionOf(trx, operation)) return { ok: true };
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const done = await recordDecision(world, trx, viewer, adviser.record, {
      at: world.now(),
      type: 'attempt-granted',
      step: input.step,
    });
    const exception = { kind: 'extra-attempt', value: input.step, reason, operation } as const;
    if (done.ok) await noteException(world, trx, viewer, adviser, exception);
    return done;
  });
}
