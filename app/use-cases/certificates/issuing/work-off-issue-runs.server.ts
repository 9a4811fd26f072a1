import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { findCertificate } from '#db/queries/certificate.ts';
import {
  endIssueRun,
  listAssessed,
  listIssueRunItems,
  listOpenIssueRuns,
  noteIssueRunItem,
} from '#db/queries/issue-run.ts';
import { issueCertificate, keyIsOut, noRoom } from './issue-certificate.server.ts';
import { issueWhenAssessed } from './issue-when-assessed.server.ts';

/**
 * Continues the runs that were started for holds, on this server or another, and issues what a stopped server left
 * behind. If one person's certificate fails, the others still get theirs, and the next round tries that one again.
 * Returns how many failed.
 */
export async function workOffIssueRuns(world: World): Promise<number> {
  const runs = await listOpenIssueRuns(world.db);
  const items = await Promise.all(runs.map(({ id }) => listIssueRunItems(world.db, id)));
  const waiting = items.flat().filter(({ outcome }) => outcome === null);
  const id = (item: { enrolment_id: string }) => item.enrolment_id;
  const failed = await eachByItself(world, 'issue-for-hold', waiting, id, ({ run_id, enrolment_id }) =>
    issueOne(world, run_id, enrolment_id),
  );
  for (const run of runs) await endIssueRun(world.db, run.id, world.now());
  const assessed = await listAssessed(world.db);
  const again = await eachByItself(world, 'issue', assessed, String, (each) => issueWhenAssessed(world, each));
  return Math.max(failed, again);
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
    case 'no-room':
      return noteIssueRunItem(world.db, { ...item, outcome: 'held-back', detail: noRoom });
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
