import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import { rememberedUntilGrown } from '#db/remembered.ts';
import type { Db, Row, Schema } from '#db/schema.ts';
import { hasStatus, type StatusDay, statusIn } from './certificate-status.ts';
import { inForce } from './in-force.ts';
import { isInRegionOn } from './in-region.ts';
import { keyContains } from './key-contains.ts';
import { isKnownTo } from './known-to.ts';
import { isStopped } from './stopped.ts';

export type RegisterWanted = {
  /** The day of the status. */
  on: StatusDay;
  /** Only certificates of people whom this leader knows. */
  ledBy: string | undefined;
  find: string;
  /** One of these; undefined is any. */
  statuses: readonly CertificateStatus[] | undefined;
  /** Only those whose holder staffs a place on the day with one of these courses, or only those whose holder does not. */
  staffs: { courses: readonly string[]; are: boolean } | undefined;
  course: string;
  edition: string;
  municipality: string;
  /** The region of the library's municipality on the day of the status. */
  region: string;
  /** Instants; `to` is not included. */
  issued: { from: string | undefined; to: string | undefined };
  /** The first days without a valid certificate; `to` is not included. */
  until: { from: string | undefined; to: string | undefined };
};

export type RegisterOrder = {
  by: 'number' | 'holder' | 'library' | 'course' | 'issued' | 'until' | 'status';
  reversed: boolean;
  /** Courses and statuses in the order in which they are listed. */
  courses: readonly { course: string; edition: string }[];
  statuses: readonly CertificateStatus[];
};

const shown = [
  'certificate.number',
  'certificate.name_at_issue',
  'certificate.library_at_issue',
  'certificate.course',
  'certificate.edition',
  'certificate.valid_until',
  'certificate.issued_at',
] as const;
export type RegisterRow = Pick<
  Row<'certificate'>,
  'number' | 'name_at_issue' | 'library_at_issue' | 'course' | 'edition' | 'valid_until' | 'issued_at'
> & { status: CertificateStatus; municipality: string | null };

/** One page of the certificates that match the filters, with their status. */
export async function listRegister(
  db: Db,
  wanted: RegisterWanted,
  order: RegisterOrder,
  page: { limit: number; offset: number },
): Promise<RegisterRow[]> {
  const numbers = await ordered(narrowed(db.selectFrom('certificate'), wanted), order, wanted.on)
    .select('certificate.number')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return listRegisterRows(
    db,
    numbers.map(({ number }) => number),
    wanted.on,
  );
}

/** The numbers of all certificates that match the filters, in order. */
export async function listRegisterNumbers(db: Db, wanted: RegisterWanted, order: RegisterOrder): Promise<string[]> {
  const rows = await ordered(narrowed(db.selectFrom('certificate'), wanted), order, wanted.on)
    .select('certificate.number')
    .execute();
  return rows.map(({ number }) => number);
}

/** The certificates with these numbers, in the order of the numbers. */
export async function listRegisterRows(db: Db, numbers: readonly string[], on: StatusDay): Promise<RegisterRow[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('certificate')
    .leftJoin('library', 'library.number', 'certificate.library_number')
    .leftJoin('municipality', 'municipality.code', 'library.municipality_code')
    .select([...shown, 'municipality.name as municipality', statusIn(on).as('status')])
    .where('certificate.number', 'in', numbers)
    .execute();
  const found = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => found.get(number) ?? []);
}

/** How many certificates match the filters. */
export async function countRegister(db: Db, wanted: RegisterWanted): Promise<number> {
  const { count } = await narrowed(db.selectFrom('certificate'), wanted)
    .select((each) => each.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** On which days how many of the certificates that match the filters and can still count end, from a day on. */
export async function countEndings(db: Db, wanted: RegisterWanted): Promise<{ validUntil: string; count: number }[]> {
  const { day } = wanted.on;
  const ahead = narrowed(db.selectFrom('certificate'), wanted).where('certificate.valid_until', '>', day);
  const all = await ahead
    .select((each) => ['certificate.valid_until', each.fn.countAll<number>().as('count')])
    .groupBy('certificate.valid_until')
    .execute();
  // Few certificates were stopped, so it is quicker to take those away than to ask every one for its status.
  const dead = await ahead
    .select('certificate.valid_until')
    .where(
      sql<boolean>`certificate.number in (select number from certificate_event
        where type in ('revoked', 'suspended', 'replaced', 'superseded'))`,
    )
    .where(hasStatus(['revoked', 'replaced', 'superseded'], wanted.on))
    .execute();
  const counts = new Map(all.map(({ valid_until, count }) => [valid_until, Number(count)]));
  for (const { valid_until } of dead) counts.set(valid_until, counts.get(valid_until)! - 1);
  return [...counts].map(([validUntil, count]) => ({ validUntil, count }));
}

function narrowed(query: SelectQueryBuilder<Schema, 'certificate', object>, wanted: RegisterWanted) {
  const { on, ledBy, find, statuses, staffs, course, edition, municipality, region, issued, until } = wanted;
  return query
    .$if(ledBy !== undefined, (all) => all.where(isKnownTo('certificate.person_id', ledBy!)))
    .where(keyContains('certificate.search_key', find))
    .$if(statuses !== undefined, (all) => all.where(hasStatus(statuses!, on)))
    .$if(staffs !== undefined, (all) =>
      all.where(sql<boolean>`${staffsIn(staffs!.courses, on.day)} = ${staffs!.are ? 1 : 0}`),
    )
    .$if(course !== '', (all) => all.where('certificate.course', '=', course))
    .$if(edition !== '', (all) => all.where('certificate.edition', '=', edition))
    .$if(municipality !== '', (all) =>
      all.where((each) =>
        each(
          'certificate.library_number',
          'in',
          each.selectFrom('library').select('library.number').where('library.municipality_code', '=', municipality),
        ),
      ),
    )
    .$if(region !== '', (all) =>
      all.where((each) =>
        each(
          'certificate.library_number',
          'in',
          each
            .selectFrom('library')
            .select('library.number')
            .where(isInRegionOn('library.municipality_code', region, on.day)),
        ),
      ),
    )
    .$if(issued.from !== undefined, (all) => all.where('certificate.issued_at', '>=', issued.from!))
    .$if(issued.to !== undefined, (all) => all.where('certificate.issued_at', '<', issued.to!))
    .$if(until.from !== undefined, (all) => all.where('certificate.valid_until', '>=', until.from!))
    .$if(until.to !== undefined, (all) => all.where('certificate.valid_until', '<', until.to!));
}

/** Equal rows are listed by number, the newest first. */
function ordered<O>(
  query: SelectQueryBuilder<Schema, 'certificate', O>,
  { by, reversed, courses, statuses }: RegisterOrder,
  on: StatusDay,
) {
  const columns: Record<RegisterOrder['by'], RawBuilder<unknown>> = {
    number: sql.ref('certificate.number'),
    holder: sql.ref('certificate.sort_key'),
    library: sql.ref('certificate.library_sort_key'),
    course: placeIn(
      courses.map((each) => sql`certificate.course = ${each.course} and certificate.edition = ${each.edition}`),
    ),
    issued: sql.ref('certificate.issued_at'),
    until: sql.ref('certificate.valid_until'),
    status: sql`case ${statusIn(on)} ${sql.join(
      statuses.map((status, at) => sql`when ${status} then ${sql.lit(at)}`),
      sql` `,
    )} end`,
  };
  const newestFirst = by === 'number' || by === 'issued';
  const sorted = query.orderBy(columns[by], newestFirst === reversed ? 'asc' : 'desc');
  return by === 'number' ? sorted : sorted.orderBy('certificate.number', 'desc');
}

/** The place of the first condition that holds; after all of them if none does. */
const placeIn = (conditions: readonly RawBuilder<unknown>[]) =>
  sql`case ${sql.join(
    [
      ...conditions.map((condition, at) => sql`when ${condition} then ${sql.lit(at)}`),
      sql`else ${sql.lit(conditions.length)}`,
    ],
    sql` `,
  )} end`;

/** 1 if the holder works at a library on the day and the certificate is of a course that staffs a place, else 0. */
const staffsIn = (courses: readonly string[], day: string) => sql<number>`case
  when certificate.course in (${sql.join(['', ...courses])}) and exists (
    select 1 from affiliation
    where affiliation.person_id = certificate.person_id and ${inForce('affiliation', day)}) then 1 else 0 end`;

const CountsRow = z.strictObject({ issued: z.int(), in_force: z.int(), counted: z.int() });
/** Ever issued; valid on the day; of those, held by somebody at a library and of a certification that staffs a place. */
export type CertificateCounts = { issued: number; inForce: number; counted: number };
type Counted = { day: string; until: string; courses: readonly string[]; ledBy: string | undefined };

/** Counts the certificates of a day as the register and the readiness do. */
export async function countCertificates(db: Db, asked: Counted): Promise<CertificateCounts> {
  // Whom a leader knows depends on other tables as well.
  return asked.ledBy === undefined ? countsOfAll(db, asked) : countAll(db, asked);
}

const countsOfAll = rememberedUntilGrown(['certificate_history', 'certificate_event', 'affiliation_history'], countAll);

async function countAll(db: Db, { day, until, courses, ledBy }: Counted): Promise<CertificateCounts> {
  const { rows } = await sql`
    select count(*) as issued, coalesce(sum(in_force), 0) as in_force, coalesce(sum(in_force * staffs), 0) as counted
    from (
      select case when valid_from <= ${day} and valid_until > ${day} and issued_at <= ${until}
          and not ${isStopped(until)} then 1 else 0 end as in_force,
        ${staffsIn(courses, day)} as staffs
      from certificate where ${ledBy === undefined ? sql`1 = 1` : isKnownTo('certificate.person_id', ledBy)}
    ) as each_one`.execute(db);
  const { issued, in_force, counted } = CountsRow.parse(rows[0]);
  return { issued, inForce: in_force, counted };
}
