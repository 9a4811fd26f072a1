import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { noteException } from './note-exception.server.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** By how much the time limit of a quiz may be extended for one person. */
export const timeFactors = ['1.25', '1.5', '2'] as const;

type Outcome = DecisionOutcome | { ok: false; reason: 'not-a-factor' };

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
    await noteException(world, trx, viewer, adviser, { kind: 'extra-time', value: input.factor, reason });
    const { id } = adviser.record.enrolment;
    await writeAudit(world, trx, { actor: viewer.personId, action: 'extra-time', subject: id });
    return { ok: true };
  });
}
