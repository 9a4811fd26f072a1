import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { noFacts } from '#curriculum/flow/flow-event.ts';
import type { AppealRow } from '#db/queries/appeal.ts';

/** Why somebody may not judge an appeal. */
export type Involvement = Conflict | 'involved-before';

/** Finds a conflict with the adviser or earlier involvement in the case: a new person must judge an appeal. */
export function involvementOf(
  record: LearningRecord,
  appeal: AppealRow,
  leaderId: string,
  conflict: Conflict,
): Involvement {
  if (conflict !== 'none' || appeal.assessor_id === leaderId) return conflict;
  const { assessors } = record.snapshot.context.steps[appeal.step] ?? noFacts;
  return assessors.includes(leaderId) ? 'involved-before' : 'none';
}
