import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import type { OwnRefused } from '#app/use-cases/learning/without-record.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { parseWords, type WordsIssue } from '#curriculum/grading/parse-appeal.ts';
import { insertAppeal } from '#db/queries/appeal.ts';

type Input = { enrolmentId: string; step: string; words: string };
type Outcome = { ok: true } | OwnRefused | { ok: false; reason: 'not-an-appeal'; issue: WordsIssue };

/** The adviser appeals a rejection or a failed last attempt, within the deadline and once per decision. */
export function lodgeAppeal(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const parsed = parseWords(input.words);
    if (!parsed.ok) return { ok: false, reason: 'not-an-appeal', issue: parsed.issue };
    const at = world.now();
    const recorded = await recordFact(
      world,
      trx,
      record,
      { at, type: 'appeal-lodged', step: input.step },
      viewer.personId,
    );
    if (!recorded.ok) return recorded;
    await insertAppeal(trx, {
      id: world.newId(),
      enrolment_id: input.enrolmentId,
      step: input.step,
      words: parsed.words,
      lodged_at: at,
      assessor_id: null,
      assigned_at: null,
      decision: null,
      feedback: null,
      decided_at: null,
      recorded_at: at,
    });
    return { ok: true };
  });
}
