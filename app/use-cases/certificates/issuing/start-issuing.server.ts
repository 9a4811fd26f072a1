import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { certifiesNobody } from '#curriculum/flow/course.ts';
import { findHold, lockHold } from '#db/queries/hold.ts';
import { findLatestIssueRun, insertIssueRun, listEarned } from '#db/queries/issue-run.ts';

type Outcome = { ok: true; runId: string } | { ok: false; reason: 'not-found' | 'nothing-to-issue' };

/**
 * Queues certificates for everybody on a hold who has passed everything; `workOffIssueRuns` then issues them one by
 * one. A second press while a run is unfinished joins that run. Without a viewer, the toolkit is calling.
 */
export function startIssuing(world: World, viewer: Viewer | null, input: { holdId: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const hold = await findHold(trx, input.holdId);
    if (!hold || (viewer && !may(viewer, 'issue-for-hold', hold))) return { ok: false, reason: 'not-found' };
    await lockHold(trx, hold.id);
    const latest = await findLatestIssueRun(trx, hold.id);
    if (latest && latest.ended_at === null) return { ok: true, runId: latest.id };
    const course = world.catalogue.find(hold.course, hold.edition)?.course;
    if (course && certifiesNobody(course)) return { ok: false, reason: 'nothing-to-issue' };
    const earned = await listEarned(trx, hold.id);
    const waiting = earned.filter(({ state, heldBackBecause }) => state !== 'certified' && !heldBackBecause);
    if (waiting.length === 0) return { ok: false, reason: 'nothing-to-issue' };
    const at = world.now();
    const runId = world.newId();
    await insertIssueRun(
      trx,
      {
        id: runId,
        hold_id: hold.id,
        by_person: viewer?.personId || null,
        started_at: at,
        ended_at: null,
        recorded_at: at,
      },
      earned.map(({ id }) => id),
    );
    await writeAudit(world, trx, {
      actor: viewer?.personId || null,
      action: 'issuing-for-hold',
      subject: hold.id,
      detail: String(waiting.length),
    });
    return { ok: true, runId };
  });
}
