import type { World } from '#app/platform/world.server.ts';
import { type CannotPrint, catchCannotPrint } from '#app/use-cases/certificates/issuing/cannot-print.ts';
import { marksOf } from '#app/use-cases/certificates/issuing/marks-of.ts';
import { putCertificate } from '#app/use-cases/certificates/issuing/put-certificate.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateRow, findCertificate } from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { noteCertificateAction } from './note-certificate-action.server.ts';
import { periodOfRow } from './period-of-row.ts';
import { type CertificateRefused, withCertificate } from './with-certificate.server.ts';

type Outcome =
  | { ok: true; number: string }
  | CertificateRefused
  | { ok: false; reason: 'same-name' }
  | CannotPrint['why'];

/**
 * Reissues a certificate after a change of name: with the present name and a new number and code, but the same course,
 * library and period. From then on, the old code answers that it was replaced.
 */
export async function replaceCertificate(
  world: World,
  viewer: Viewer | null,
  input: { number: string; reason: string },
): Promise<Outcome> {
  const replacing = withCertificate<Outcome>(world, viewer, { ...input, action: 'replace' }, async (trx, given) => {
    const { row, reason, at } = given;
    const person = await findPersonAt(trx, row.person_id, dayOf(at));
    if (!person) return { ok: false, reason: 'not-found' };
    if (person.name === row.name_at_issue) return { ok: false, reason: 'same-name' };
    const { course, steps } = await earnedOf(world, trx, row);
    const number = await putCertificate(world, trx, {
      at,
      period: periodOfRow(row),
      person,
      library: row.library_at_issue,
      course,
      steps,
      enrolmentId: null,
      replaces: row.number,
      supersedes: null,
      actor: viewer?.personId || null,
    });
    await noteCertificateAction(world, trx, viewer, { number: row.number, action: 'replace', reason, at });
    await writeLetter(world, trx, {
      personId: row.person_id,
      key: `replaced:${row.number}`,
      template: 'replaced',
      words: () => ({ number, old: row.number, reason }),
    });
    return { ok: true, number };
  });
  return catchCannotPrint(replacing);
}

/** How the first certificate of the chain was earned: one reissued after a change of name earned nothing new. */
async function earnedOf(world: World, trx: Db, row: CertificateRow) {
  let first = row;
  while (first.replaces) first = (await findCertificate(trx, { number: first.replaces }))!;
  const record = first.enrolment_id ? await findRecord(world, trx, first.enrolment_id) : undefined;
  if (!record) throw new Error(`Certificate ${first.number} has no enrolment to say what it was earned with.`);
  const { course } = record.edition;
  return { course, steps: marksOf(course, record.snapshot.value.steps) };
}
