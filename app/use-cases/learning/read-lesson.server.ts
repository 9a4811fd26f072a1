import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { can } from '#curriculum/flow/can.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { exercisesOf } from './exercises-of.server.ts';
import { withOwnRecord } from './with-own-record.server.ts';
import { type OwnOutcome, withoutRecord } from './without-record.ts';

/** `left` has the exercises that must be tried first. */
type Outcome = OwnOutcome | { ok: false; reason: 'exercises-left'; left: { id: string; title: string }[] };

/**
 * The adviser confirms that they have read the lesson, once its required exercises were tried. A second identical request
 * changes nothing.
 */
export async function readLesson(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; language?: Language },
): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const { left, exercises } = await exercisesOf(trx, record, input.step, input.language ?? 'da');
    const fact = { at: world.now(), type: 'lesson-read', step: input.step } as const;
    // A refusal by the course comes first: who may not read the lesson need not try anything in it.
    const refused = can(machineOf(record.edition.course), record.snapshot, fact);
    if (refused?.reason === 'already-done') return { ok: true };
    if (refused) return { ok: false, ...refused };
    if (left.length > 0)
      return { ok: false, reason: 'exercises-left', left: exercises.filter(({ id }) => left.includes(id)) };
    return withoutRecord(await recordFact(world, trx, record, fact, viewer.personId));
  });
}
