import type { World } from '#app/platform/world.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { ownReason, reasonText } from '#app/words/withheld-reason.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { inTurn } from './in-turn.ts';
import { type IssueOptions, type IssueOutcome, printThenIssue } from './print-then-issue.server.ts';

/**
 * Reserves a number, prints the certificate in both languages, and then stores it and records the fact in one
 * transaction, so that no certificate is without its files. If a name cannot be drawn or a leader has asked to hold it
 * back, the certificate is withheld with that reason.
 */
export async function issueCertificate(
  world: World,
  enrolmentId: string,
  options: IssueOptions = {},
): Promise<IssueOutcome> {
  const outcome = await inTurn(enrolmentId, () => printThenIssue(world, enrolmentId, options));
  if (!outcome.ok && outcome.reason === 'letters-missing')
    await withhold(world, enrolmentId, ownReason('letters-missing', outcome.letters.join(' ')));
  if (!outcome.ok && outcome.reason === 'no-room') await withhold(world, enrolmentId, noRoom);
  if (!outcome.ok && outcome.reason === 'key-not-in-force') await withhold(world, enrolmentId, keyIsOut);
  if (!outcome.ok && outcome.reason === 'held-back') await withhold(world, enrolmentId, outcome.because);
  return outcome;
}

/** The reason for withholding a certificate with a text that is too long for it. */
export const noRoom = ownReason('no-room');

/** The reason for withholding a certificate while no signing key is in force. */
export const keyIsOut = ownReason('key-not-in-force');

/** Records the reason in the state chart. The agency issues the certificate when the reason is gone, or annuls it. */
function withhold(world: World, enrolmentId: string, reason: string): Promise<void> {
  return world.db.transaction().execute(async (trx) => {
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record) return;
    const withheld = await recordFact(world, trx, record, { at: world.now(), type: 'withheld', reason }, null);
    if (!withheld.ok) return;
    await writeAudit(world, trx, { actor: null, action: 'withheld', subject: enrolmentId });
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `withheld:${enrolmentId}:${withheld.record.enrolment.seq}`,
      template: 'withheld',
      words: (language) => ({ reason: reasonText(wordsIn(language).getFixedT(null, 'common'), reason) }),
    });
  });
}
