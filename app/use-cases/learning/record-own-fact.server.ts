import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { withOwnRecord } from './with-own-record.server.ts';
import { type OwnOutcome, withoutRecord } from './without-record.ts';

/** Records one fact on the viewer's own course. */
export function recordOwnFact(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  fact: (record: LearningRecord) => FlowEvent,
): Promise<OwnOutcome> {
  return withOwnRecord(world, viewer, enrolmentId, async (trx, record): Promise<OwnOutcome> => {
    return withoutRecord(await recordFact(world, trx, record, fact(record), viewer.personId));
  });
}
