import type { World } from '#app/platform/world.server.ts';
import { findCertificate } from '#db/queries/certificate.ts';
import {
  endIssueRun,
  listAssessed,
  listIssueRunItems,
  listOpenIssueRuns,
  noteIssueRunItem,
} from '#db/queries/issue-run.ts';
import { issueCertificate, keyIsOut } from './issue-certificate.server.ts';
import { issueWhenAssessed } from './issue-when-assessed.server.ts';

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
