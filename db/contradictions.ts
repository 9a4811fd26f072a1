import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './schema.ts';

const documentsAtOnce = 20;

/** Lists where two tables contradict each other in a way that no key or trigger can prevent. */
export async function listContradictions(db: Db): Promise<string[]> {
  return [
    ...(await inEnrolments(db)),
    ...(await inAttempts(db)),
    ...(await inCertificates(db)),
    ...(await inNumbers(db)),
    ...(await inDocuments(db)),
  ];
}

/** An enrolment's row agrees with its last event, and its events are numbered without a gap. */
async function inEnrolments(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; seq: number; last: number; events: number }>`
    select enrolment.id, enrolment.seq, coalesce(max(event.seq), 0) as last, count(event.seq) as events
    from enrolment left join learning_event as event on event.enrolment_id = enrolment.id
    group by enrolment.id, enrolment.seq
    having enrolment.seq <> coalesce(max(event.seq), 0) or count(event.seq) <> coalesce(max(event.seq), 0)
    order by enrolment.id`.execute(db);
  return rows.flatMap(({ id, seq, last, events }) => [
    ...(seq === last ? [] : [`enrolment ${id} stands at ${seq}, but its last event is ${last}`]),
    ...(events === last ? [] : [`enrolment ${id} has ${events} events, but the last is number ${last}`]),
  ]);
}

/** A submitted attempt has a score for each of its questions, unless a fault broke it off: that one has no score. */
async function inAttempts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; questions: number; scores: number }>`
    select attempt.id, count(item.slot) as questions, count(item_score.slot) as scores
    from quiz_attempt as attempt
    left join attempt_item as item on item.attempt_id = attempt.id
    left join item_score on item_score.attempt_id = item.attempt_id and item_score.slot = item.slot
    where attempt.handed_in_at is not null and attempt.score is not null
    group by attempt.id
    having count(item.slot) = 0 or count(item.slot) <> count(item_score.slot)
    order by attempt.id`.execute(db);
  return rows.map(
    ({ id, questions, scores }) => `attempt ${id} was handed in with ${questions} questions and ${scores} scores`,
  );
}

/** A certificate has an `issued` event and a file in each of the two languages. */
async function inCertificates(db: Db): Promise<string[]> {
  const { rows } = await sql<{ number: string; issued: number; files: number }>`
    select number, issued, files from (
      select number,
        (select count(*) from certificate_event as event where event.number = certificate.number and type = 'issued') as issued,
        (select count(*) from certificate_document as file where file.number = certificate.number) as files
      from certificate
    ) as counted
    where issued = 0 or files < 2 order by number`.execute(db);
  return rows.flatMap(({ number, issued, files }) => [
    ...(issued > 0 ? [] : [`certificate ${number} was never issued`]),
    ...(files >= 2 ? [] : [`certificate ${number} has ${files} of its 2 files`]),
  ]);
}

/**
 * Every number up to the last of its year belongs to a certificate or a proof, or was reserved and not used. A number
 * that was used still has what it was used for.
 */
async function inNumbers(db: Db): Promise<string[]> {
  const { rows } = await sql<{ number: string; reserved: number; used: number; there: number }>`
    select number, max(reserved) as reserved, max(used) as used, max(there) as there from (
      select number, 0 as reserved, 0 as used, 1 as there from certificate
      union all select number, 0, 0, 1 from attendance_proof
      union all select number, 1, case when used_at is null then 0 else 1 end, 0 from reserved_number
    ) as each_number group by number order by number`.execute(db);
  const known = new Set(rows.map(({ number }) => number));
  const lost = rows
    .filter(({ used, there }) => Number(used) === 1 && Number(there) === 0)
    .map(({ number }) => `number ${number} was used, but its certificate is not there`);
  const unmarked = rows
    .filter(({ reserved, used, there }) => Number(reserved) === 1 && Number(used) === 0 && Number(there) === 1)
    .map(({ number }) => `number ${number} is said to be unused, but a certificate has it`);
  const last = new Map(rows.map(({ number }) => [number.slice(0, -5), Number(number.slice(-5))]));
  const skipped = [...last].flatMap(([year, latest]) =>
    Array.from({ length: latest }, (_, at) => year + String(at + 1).padStart(5, '0')).filter(
      (each) => !known.has(each),
    ),
  );
  return [...lost, ...unmarked, ...skipped.map((number) => `number ${number} was skipped: it was never given`)];
}

/** The bytes of a document match its digest. */
async function inDocuments(db: Db): Promise<string[]> {
  const problems: string[] = [];
  let after = '';
  for (;;) {
    const documents = await db
      .selectFrom('document')
      .select(['sha256', 'bytes', 'size'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(documentsAtOnce)
      .execute();
    for (const { sha256, bytes, size } of documents) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (digest !== sha256 || bytes.length !== size)
        problems.push(`document ${sha256} has other bytes than when it was stored`);
      after = sha256;
    }
    if (documents.length < documentsAtOnce) return problems;
  }
}
