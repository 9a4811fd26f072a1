import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findCertificate } from '#db/queries/certificate.ts';
import { findHold, lockHold } from '#db/queries/hold.ts';
import {
  endIssueRun,
  findLatestIssueRun,
  insertIssueRun,
  listAssessed,
  listEarned,
  listIssueRunItems,
  listOpenIssueRuns,
  noteIssueRunItem,
} from '#db/queries/issue-run.ts';
import { issueCertificate, issueWhenAssessed, keyIsOut } from './issue-certificate.server.ts';

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

/**
 * Continues the runs that were started for holds, on this server or another, and issues what a stopped server left
 * behind. If one person's certificate fails, the others still get theirs, and the next round tries that one again.
 */
export async function workOffIssueRuns(world: World): Promise<void> {
  const faults: unknown[] = [];
  const tried = (work: Promise<unknown>) => work.catch((error: unknown) => faults.push(error));
  for (const run of await listOpenIssueRuns(world.db)) {
    for (const { enrolment_id, outcome } of await listIssueRunItems(world.db, run.id))
      if (outcome === null) await tried(issueOne(world, run.id, enrolment_id));
    await endIssueRun(world.db, run.id, world.now());
  }
  for (const enrolmentId of await listAssessed(world.db)) await tried(issueWhenAssessed(world, enrolmentId));
  if (faults.length > 0) throw faults[0];
}

/** Saves the certificate and its outcome in one transaction: a server that stops midway has done neither. */
async function issueOne(world: World, runId: string, enrolmentId: string): Promise<void> {
  const item = { run_id: runId, enrolment_id: enrolmentId, detail: null, at: world.now() };
  const outcome = await issueCertificate(world, enrolmentId, {
    again: true,
    beside: (trx) => noteIssueRunItem(trx, { ...item, outcome: 'issued' }),
  });
  if (outcome.ok) return;
  switch (outcome.reason) {
    case 'held-back':
      return noteIssueRunItem(world.db, { ...item, outcome: 'held-back', detail: outcome.because });
    case 'key-not-in-force':
      return noteIssueRunItem(world.db, { ...item, outcome: 'held-back', detail: keyIsOut });
    case 'letters-missing':
      return noteIssueRunItem(world.db, { ...item, outcome: 'letters-missing', detail: outcome.letters.join(' ') });
    case 'clock-behind':
      return;
    case 'not-assessed':
    case 'not-found': {
      const had = await findCertificate(world.db, { enrolmentId });
      return noteIssueRunItem(world.db, { ...item, outcome: had ? 'had' : 'not-earned' });
    }
  }
}
