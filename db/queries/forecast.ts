import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { PassedStep } from '#curriculum/readiness/staffing-courses.ts';
import type { Db } from '#db/schema.ts';
import { passesTest } from './confident.ts';
import { daysBetweenTexts, joinedTexts } from './days-between.ts';
import { inForce, reallyWas } from './in-force.ts';
import { jsonText } from './json-text.ts';
import { knownRows } from './known-rows.ts';
import { isStopped } from './stopped.ts';

type Asked = {
  day: string;
  /** The last instant of the day. */
  until: string;
  /** Only what was recorded by this instant; without it what is known now. */
  known?: string | undefined;
};
type OfCourses = Asked & { courses: readonly string[]; quizzes: readonly PassedStep[] };

const whole = z.int();

/**
 * How long people waited for each step of these courses, by the service where they work or last worked: one row for each
 * number of days. `seat`, `start` and `issue` are the steps around the course; `total` is the days since the request.
 */
export async function listWaits(db: Db, asked: OfCourses) {
  const { rows } = await sql`
    with ${taken(db, asked)}, ${placeOf(asked)}
    select coalesce(place.service_id, '') as "serviceId", step,
      ${daysBetweenTexts(db, sql`before`, sql`at`)} as days, count(*) as people,
      sum(${daysBetweenTexts(db, sql`asked_at`, sql`at`)}) as total
    from (
      select taken.*, enrolment.person_id, enrolment.recorded_at as asked_at,
        coalesce(lag(taken.at) over (partition by taken.enrolment_id order by taken.seq), enrolment.recorded_at) as before
      from taken join enrolment on enrolment.id = taken.enrolment_id
    ) as timed
    left join place on place.person_id = timed.person_id
    group by 1, 2, 3
    order by 1, 2, 3`.execute(db);
  return z.array(WaitRow).parse(rows);
}

const WaitRow = z.strictObject({ serviceId: z.string(), step: z.string(), days: whole, people: whole, total: whole });

/**
 * Everybody who asked for a seat and has no certificate of it by the day: how far they have come, and on which day they
 * gave up, failed or ran out of time, if they did.
 */
export async function listUnfinished(db: Db, asked: OfCourses) {
  const { until, courses } = asked;
  const { rows } = await sql`
    with ${taken(db, asked)}, ${placeOf(asked)},
    gone as (
      select enrolment_id, min(at) as at from learning_event as event
      where event.type in ('declined', 'withdrawn', 'deadline-passed', 'failure-closed', 'annulled', 'no-show', 'hold-closed')
        and event.at <= ${until} and ${recorded('event', asked)}
      group by enrolment_id
    ),
    far as (
      select enrolment_id, count(*) as n, max(at) as at, max(case when step = 'issue' then 1 else 0 end) as issued,
        ${joinedTexts(db, sql`step`)} as steps
      from taken group by enrolment_id
    )
    select enrolment.id, enrolment.person_id as "personId", coalesce(place.service_id, '') as "serviceId",
      enrolment.hold_id as "holdId", enrolment.course, enrolment.edition, coalesce(far.steps, '') as steps,
      coalesce(far.at, enrolment.recorded_at) as since, coalesce(own.value, hold.ends_on) as "finishBy",
      coalesce(gone.at, case when enrolment.state = 'failed' and enrolment.last_at <= ${until} then enrolment.last_at end) as "goneAt"
    from enrolment
    join hold on hold.id = enrolment.hold_id
    left join far on far.enrolment_id = enrolment.id
    left join gone on gone.enrolment_id = enrolment.id
    left join place on place.person_id = enrolment.person_id
    left join exception as own on own.id = (
      select exception.id from exception
      where exception.enrolment_id = enrolment.id and exception.kind = 'own-deadline' and exception.recorded_at <= ${until}
      order by exception.recorded_at desc, exception.id desc limit 1)
    where enrolment.course in (${list(courses)}) and enrolment.recorded_at <= ${until} and coalesce(far.issued, 0) = 0
    order by enrolment.id`.execute(db);
  return z.array(UnfinishedRow).parse(rows);
}

const UnfinishedRow = z.strictObject({
  id: z.string(),
  personId: z.string(),
  serviceId: z.string(),
  holdId: z.string(),
  course: z.string(),
  edition: z.string(),
  steps: z.string(),
  since: z.string(),
  finishBy: z.string(),
  goneAt: z.string().nullable(),
});

/** Everybody who works at a service on the day or later, and is certified or guides there on the day. */
export async function listForecastStaff(
  db: Db,
  asked: Asked & { staffing: readonly string[]; tests: readonly PassedStep[] },
) {
  const { day, until, known, staffing, tests } = asked;
  const affiliations = knownRows('affiliation', known);
  const { rows } = await sql`
    with certified as (
      select person_id, max(valid_until) as valid_until from certificate
      where valid_from <= ${day} and valid_until > ${day} and issued_at <= ${until} and course in (${list(staffing)})
        and ${recorded('certificate', asked)} and not ${isStopped(until, known)}
      group by person_id
    ),
    confident as (
      select distinct enrolment.person_id from learning_event as passed
      join enrolment on enrolment.id = passed.enrolment_id
      where passed.type in ('quiz-scored', 'quiz-timed-out', 'appeal-upheld') and passed.at <= ${until}
        and ${recorded('passed', asked)} and ${passesTest(db, 'passed', tests)}
    )
    select library.service_id as "serviceId", affiliation.person_id as "personId",
      affiliation.valid_from as "from", affiliation.valid_until as "until", certified.valid_until as "certifiedUntil",
      case when affiliation.guides_from <= ${day} and ${inForce('affiliation', day)} and confident.person_id is null
        then 1 else 0 end as blocks
    from ${affiliations}
    join ${knownRows('library', known)} on library.number = affiliation.library_number
    left join certified on certified.person_id = affiliation.person_id
    left join confident on confident.person_id = affiliation.person_id
    where (affiliation.valid_until is null or affiliation.valid_until > ${day}) and ${reallyWas()}
      and (certified.person_id is not null or affiliation.guides_from <= ${day})
    order by 1, 2, 3`.execute(db);
  return z.array(StaffRow).parse(rows);
}

const StaffRow = z.strictObject({
  serviceId: z.string(),
  personId: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  certifiedUntil: z.string().nullable(),
  blocks: z.union([z.literal(0), z.literal(1)]),
});

/** Certificates that ran out in the three years before a day, by how many days before the end they were renewed, if so. */
export async function listRenewals(
  db: Db,
  asked: Asked & { since: string; staffing: readonly string[] },
): Promise<{ daysBefore: number | null; people: number }[]> {
  const { day, until, since, staffing } = asked;
  const { rows } = await sql`
    select ${daysBetweenTexts(db, sql`renewed`, sql`valid_until`)} as "daysBefore", count(*) as people
    from (
      select old.number, old.valid_until, min(fresh.valid_from) as renewed
      from certificate as old
      left join certificate as fresh on fresh.person_id = old.person_id and fresh.course in (${list(staffing)})
        and fresh.valid_from > old.valid_from and fresh.issued_at <= ${until} and ${recorded('fresh', asked)}
      where old.course in (${list(staffing)}) and old.valid_until <= ${day} and old.valid_until > ${since}
        and old.issued_at <= ${until} and ${recorded('old', asked)}
        and not exists (
          select 1 from certificate_event as event
          where event.number = old.number and event.type in ('revoked', 'replaced') and event.at <= ${until})
      group by old.number, old.valid_until
    ) as ended
    group by 1 order by 1`.execute(db);
  return z.array(z.strictObject({ daysBefore: whole.nullable(), people: whole })).parse(rows);
}

/** How many advisers left a library since a day, and how many days all of them worked there. */
export async function findTurnover(db: Db, asked: Asked & { since: string }) {
  const { day, since, known } = asked;
  const begins = sql`case when affiliation.valid_from > ${since} then affiliation.valid_from else ${since} end`;
  const ends = sql`case when affiliation.valid_until is null or affiliation.valid_until > ${day} then ${day} else affiliation.valid_until end`;
  const { rows } = await sql`
    select coalesce(sum(case when affiliation.valid_until <= ${day} then 1 else 0 end), 0) as "left",
      coalesce(sum(${daysBetweenTexts(db, begins, ends)}), 0) as "personDays"
    from ${knownRows('affiliation', known)}
    where affiliation.work = 'adviser' and affiliation.valid_from < ${day} and ${reallyWas()}
      and (affiliation.valid_until is null or affiliation.valid_until > ${since})`.execute(db);
  return z.strictObject({ left: whole, personDays: whole }).parse(rows[0]);
}

/** The holds of these courses, and the course days that were planned by the day and lie ahead. */
export async function listCalendar(db: Db, { day, until, courses }: Asked & { courses: readonly string[] }) {
  const holds = await db
    .selectFrom('hold')
    .select(['id', 'starts_on as startsOn'])
    .where('course', 'in', [...courses])
    .orderBy('id')
    .execute();
  const courseDays = await db
    .selectFrom('course_day')
    .innerJoin('hold', 'hold.id', 'course_day.hold_id')
    .select(['course_day.hold_id as holdId', 'course_day.step', 'course_day.held_on as on'])
    .where('hold.course', 'in', [...courses])
    .where('course_day.held_on', '>=', day)
    .where('course_day.recorded_at', '<=', until)
    .where((on) => on.or([on('course_day.cancelled_at', 'is', null), on('course_day.cancelled_at', '>', until)]))
    .orderBy('course_day.held_on')
    .orderBy('course_day.id')
    .execute();
  return { holds, courseDays };
}

const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));

const recorded = (table: string, { known }: Asked): RawBuilder<unknown> =>
  known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;

/** The first time each enrolment took each step, by the day. For `with` of raw SQL. */
function taken(db: Db, asked: OfCourses): RawBuilder<unknown> {
  const step = jsonText(db, 'event.payload', 'step');
  return sql`taken as (
    select enrolment_id, step, min(at) as at, min(seq) as seq
    from (
      select event.enrolment_id, event.at, event.seq,
        case event.type when 'approved' then 'seat' when 'seat-given' then 'seat' when 'started' then 'start'
          when 'issued' then 'issue' else ${step} end as step
      from learning_event as event
      join enrolment on enrolment.id = event.enrolment_id
      where enrolment.course in (${list(asked.courses)}) and event.at <= ${asked.until} and ${recorded('event', asked)}
        and (event.type in ('approved', 'seat-given', 'started', 'issued', 'lesson-read', 'accepted', 'attended')
          or (event.type = 'attendance-corrected' and ${jsonText(db, 'event.payload', 'now')} = 'attended')
          or (event.type = 'appeal-upheld' and ${jsonText(db, 'event.payload', 'remedy')} = 'pass')
          or (event.type in ('quiz-scored', 'quiz-timed-out') and ${passesTest(db, 'event', asked.quizzes)}))
    ) as clearing
    group by enrolment_id, step
  )`;
}

/** The service where somebody works on the day, or worked last. For `with` of raw SQL. */
function placeOf({ day, known }: Asked): RawBuilder<unknown> {
  return sql`place as (
    select person_id, service_id from (
      select affiliation.person_id, library.service_id,
        row_number() over (partition by affiliation.person_id
          order by case when ${inForce('affiliation', day)} then 0 else 1 end, affiliation.valid_from desc, affiliation.id) as nth
      from ${knownRows('affiliation', known)}
      join ${knownRows('library', known)} on library.number = affiliation.library_number
      where affiliation.valid_from <= ${day} and ${reallyWas()}
    ) as ranked where nth = 1
  )`;
}
