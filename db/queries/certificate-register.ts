import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Db, Row, Schema } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { keyContains } from './key-contains.ts';
import { isKnownTo } from './known-to.ts';
import { stoppedNumbers } from './stopped.ts';

type Wanted = {
  /** Only certificates of people whom this leader knows. */
  ledBy: string | undefined;
  find: string;
  course: string;
  edition: string;
  /** Instants; `to` is not included. */
  issued: { from: string | undefined; to: string | undefined };
  /** The first days without a valid certificate; `to` is not included. */
  until: { from: string | undefined; to: string | undefined };
};

const shown = [
  'number',
  'person_id',
  'name_at_issue',
  'library_at_issue',
  'course',
  'edition',
  'valid_from',
  'valid_until',
  'issued_at',
] as const;
export type RegisterRow = Pick<Row<'certificate'>, (typeof shown)[number]> & {
  events: Pick<Row<'certificate_event'>, 'number' | 'type' | 'at'>[];
};

/**
 * All certificates that match the filters and whose number, name or library have the words, with what has happened to each
 * since it was issued. It takes two statements, however many there are.
 */
export async function listRegister(db: Db, wanted: Wanted): Promise<RegisterRow[]> {
  const found = await narrowed(db.selectFrom('certificate'), wanted).select(shown).execute();
  const events = await db
    .selectFrom('certificate_event')
    .select(['number', 'type', 'at'])
    .where('type', '!=', 'issued')
    .where('number', 'in', narrowed(db.selectFrom('certificate'), wanted).select('number'))
    .execute();
  const eventsOf = new Map<string, typeof events>();
  for (const event of events) {
    const before = eventsOf.get(event.number);
    if (before) before.push(event);
    else eventsOf.set(event.number, [event]);
  }
  return found.map((row) => ({ ...row, events: eventsOf.get(row.number) ?? [] }));
}

function narrowed(
  query: SelectQueryBuilder<Schema, 'certificate', object>,
  { ledBy, find, course, edition, issued, until }: Wanted,
) {
  return query
    .$if(ledBy !== undefined, (on) => on.where(isKnownTo('certificate.person_id', ledBy!)))
    .where(keyContains('search_key', find))
    .$if(course !== '', (on) => on.where('course', '=', course))
    .$if(edition !== '', (on) => on.where('edition', '=', edition))
    .$if(issued.from !== undefined, (on) => on.where('issued_at', '>=', issued.from!))
    .$if(issued.to !== undefined, (on) => on.where('issued_at', '<', issued.to!))
    .$if(until.from !== undefined, (on) => on.where('valid_until', '>=', until.from!))
    .$if(until.to !== undefined, (on) => on.where('valid_until', '<', until.to!));
}

const CountsRow = z.strictObject({ issued: z.int(), in_force: z.int(), counted: z.int() });
/** Ever issued; valid on the day; of those, held by somebody at a library and of a certification that staffs a place. */
export type CertificateCounts = { issued: number; inForce: number; counted: number };

/** Counts the certificates of a day as the register and the readiness do. */
export async function countCertificates(
  db: Db,
  { day, until, courses, ledBy }: { day: string; until: string; courses: readonly string[]; ledBy: string | undefined },
): Promise<CertificateCounts> {
  const staffing = sql.join(courses.map((course) => sql`${course}`));
  const { rows } = await sql`
    select count(*) as issued, coalesce(sum(in_force), 0) as in_force, coalesce(sum(in_force * staffs), 0) as counted
    from (
      select case when valid_from <= ${day} and valid_until > ${day} and issued_at <= ${until}
          and number not in (${stoppedNumbers(until)}) then 1 else 0 end as in_force,
        case when course in (${staffing}) and exists (
          select 1 from affiliation
          where affiliation.person_id = certificate.person_id and ${inForce('affiliation', day)}) then 1 else 0 end as staffs
      from certificate where ${ledBy === undefined ? sql`1 = 1` : isKnownTo('certificate.person_id', ledBy)}
    ) as each_one`.execute(db);
  const { issued, in_force, counted } = CountsRow.parse(rows[0]);
  return { issued, inForce: in_force, counted };
}
