import { keyFault } from '#app/platform/certificate-key.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import { faultOf, type Log } from '#app/platform/log.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { saveLooks } from '#app/use-cases/certificates/checking/save-looks.server.ts';
import { remindOfRenewal } from '#app/use-cases/certificates/issuing/remind-of-renewal.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { noteFormerSigners } from '#app/use-cases/certificates/keys/note-former-signers.server.ts';
import { moveSilently } from '#app/use-cases/holds/editions/move-silently.server.ts';
import { workOffImports } from '#app/use-cases/holds/seats/work-off-imports.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { saveLookups } from '#app/use-cases/lookups/save-lookups.server.ts';
import { sweepLookups } from '#app/use-cases/lookups/sweep-lookups.server.ts';
import { remindOfAgreements } from '#app/use-cases/partners/remind-of-agreements.server.ts';
import { remindOfPractice } from '#app/use-cases/practice/remind-of-practice.server.ts';
import { remindOfEvidence } from '#app/use-cases/readiness/evidence/asking/remind-of-evidence.server.ts';
import { foldReadinessTouches } from '#app/use-cases/readiness/kept/fold-readiness-touches.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { keepAuditHead } from '#app/use-cases/record/keep-audit-head.server.ts';
import { sweepFiles } from '#app/use-cases/record/sweep-files.server.ts';
import { remindOfInvitations } from '#app/use-cases/rollout/invitations/remind-of-invitations.server.ts';
import { saveSeen } from '#app/use-cases/sign-in/save-seen.server.ts';
import { sweepSignIn } from '#app/use-cases/sign-in/sweep-sign-in.server.ts';
import type { Health } from './health.server.ts';

/**
 * Does each minute what nobody asks for: issuing, deadlines, moves to corrected editions, reminders, mail, sessions, keys, looks, look-ups, the head of the
 * audit, the counts behind the readiness that is kept and a look through the pages of the database; each hour unused files and
 * old look-ups.
 */
export function startRounds(env: Environment, world: World, log: Log, health: Health): NodeJS.Timeout {
  const tell = (error: unknown) => log.error(faultOf(error));
  // Issuing that an earlier server left unfinished goes on at once.
  workOffIssueRuns(world).catch(tell);
  workOffImports(world).catch(tell);
  keepAuditHead(world).catch(tell);
  let round = 0;
  noteFormerSigners(world).catch(tell);
  return setInterval(() => {
    round += 1;
    if (round % 60 === 1) {
      sweepFiles(world).catch(tell);
      sweepLookups(world).catch(tell);
    }
    workOffIssueRuns(world).catch(tell);
    sweepDeadlines(world).catch(tell);
    moveSilently(world).catch(tell);
    remindOfRenewal(world).catch(tell);
    remindOfAgreements(world).catch(tell);
    remindOfEvidence(world).catch(tell);
    remindOfInvitations(world).catch(tell);
    remindOfPractice(world).catch(tell);
    deliverOutbox(world).catch(tell);
    sweepSignIn(world).catch(tell);
    keyFault(env).then((fault) => fault && log.error({ certificateKey: fault }), tell);
    saveLooks(world).catch(tell);
    saveSeen(world).catch(tell);
    saveLookups(world).catch(tell);
    workOffImports(world).catch(tell);
    foldReadinessTouches(world).catch(tell);
    keepAuditHead(world).catch(tell);
    health.checkPages().catch(tell);
  }, 60_000);
}
