import { sql } from 'kysely';
import { z } from 'zod';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import type { PassedStep } from '#curriculum/readiness/staffing-courses.ts';
import type { Db } from '#db/schema.ts';
import { passesTest } from './confident.ts';
import { affiliationsIfClosed, type IfClosed, librariesIfClosed } from './if-closed.ts';
import { inForce, reallyWas } from './in-force.ts';
import { knownRows } from './known-rows.ts';
import { stillStands } from './still-stands.ts';
import { isStopped } from './stopped.ts';

const count = z.int().min(0);
const yesOrNo = z.union([z.literal(0), z.literal(1)]);
/** A row as the SQL below gives it. It is checked, because the type of raw SQL is only a claim. */
const StaffingRow = z.strictObject({
  service_id: z.string(),
  name: z.string(),
  known: yesOrNo,
  guides: count,
  with_confidentiality: count,
  certified: count,
  counted: count,
  in_training: yesOrNo,
  on_hold: count,
  points: count,
  points_staffed: count,
  channels: count,
  meetings: count,
  sessions: count,
  resolved: count,
});

/** What the certificates, affiliations and logs say about one library service. */
type ComputedFacts = Omit<ServiceFacts, 'municipalities' | 'evidence' | 'rollout' | 'agreements' | 'override'>;

const factsOf = (row: z.infer<typeof StaffingRow>): ComputedFacts => ({
  serviceId: row.service_id,
  name: row.name,
  anyAffiliation: row.known === 1,
  guides: row.guides,
  guidesWithConfidentiality: row.with_confidentiality,
  certified: row.certified,
  countedForGate: row.counted,
  inTraining: row.in_training === 1,
  onHold: row.on_hold,
  guidancePoints: { total: row.points, staffed: row.points_staffed },
  channels: row.channels,
  meetings: row.meetings,
  guidance: { sessions: row.sessions, resolved: row.resolved },
});

type Asked = {
  day: string;
  /** The last instant of the day. */
  until: string;
  /** A certificate counts for the gate if it is still valid on this day. */
  marginDay: string;
  yearBefore: string;
  ninetyDaysBefore: string;
  /** The courses whose certificates staff a place. */
  courses: readonly string[];
  /** The tests that teach confidentiality. */
  tests: readonly PassedStep[];
  /** The channels of outreach that give points. */
  channels: readonly string[];
  /** Only what was recorded by this instant; without it what is known now. */
  known?: string | undefined;
  /** Only these services; without them the whole country. */
  services?: readonly string[] | undefined;
  /** As it would be if a library closed. */
  ifClosed?: IfClosed | undefined;
};

/**
 * Every library service with its certificates, affiliations and logs on a day, in one aggregate: for the whole country, or
 * for some services without looking at the others. A certificate counts from its issue, unless by then it was revoked, suspended, replaced or superseded and that was not
 * undone.
 */
export async function listStaffing(db: Db, asked: Asked): Promise<ComputedFacts[]> {
  const { day, until, marginDay, yearBefore, ninetyDaysBefore, courses, tests, channels, known, services, ifClosed } =
    asked;
  const wanted = services && sql.join(['', ...services]);
  const certificates = knownRows('certificate', known);
  const enrolments = knownRows('enrolment', known);
  const isWanted = (column: string) => (wanted ? sql`${sql.ref(column)} in (${wanted})` : sql`1 = 1`);
  /** People elsewhere need no look where only some services are asked for. */
  const isHere = (column: string) => (wanted ? sql`${sql.ref(column)} in (select person_id from here)` : sql`1 = 1`);
  const isOfSomebodyHere = (column: string) =>
    wanted
      ? sql`${sql.ref(column)} in (select id from ${enrolments} where ${isHere('enrolment.person_id')})`
      : sql`1 = 1`;
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  const affiliations = ifClosed ? affiliationsIfClosed(ifClosed) : knownRows('affiliation', known);
  const libraries = ifClosed ? librariesIfClosed(ifClosed) : knownRows('library', known);
  const staffing = sql.join(courses.map((course) => sql`${course}`));
  const { rows } = await sql`
    with here as materialized (
      select library.service_id, affiliation.person_id, max(case when affiliation.guides_from <= ${day} then 1 else 0 end) as guides
      from ${affiliations} join ${libraries} on library.number = affiliation.library_number
      where ${inForce('affiliation', day)} and ${isWanted('library.service_id')}
      group by library.service_id, affiliation.person_id
    ),
    certified as materialized (
      select person_id, max(valid_until) as valid_until from ${certificates}
      where valid_from <= ${day} and valid_until > ${day} and issued_at <= ${until} and course in (${staffing})
        and ${isHere('person_id')} and not ${isStopped(until, known)}
      group by person_id
    ),
    confident as (
      select distinct enrolment.person_id from learning_event as passed
      join ${enrolments} on enrolment.id = passed.enrolment_id
      where passed.type in ('quiz-scored', 'quiz-timed-out', 'appeal-upheld') and passed.at <= ${until} and ${recorded('passed')}
        and ${isOfSomebodyHere('passed.enrolment_id')} and enrolment.person_id in (select person_id from here where guides = 1)
        and ${passesTest(db, 'passed', tests)}
    ),
    seated as (
      select course.enrolment_id, max(case course.type when 'started' then 1 else 0 end) as started
      from learning_event as course
      where course.type in ('approved', 'seat-given', 'started',
          'issued', 'withdrawn', 'no-show', 'deadline-passed', 'failure-closed', 'annulled')
        and course.at <= ${until} and ${recorded('course')}
        and ${isOfSomebodyHere('course.enrolment_id')}
      group by course.enrolment_id
      having count(*) = sum(case when course.type in ('approved', 'seat-given', 'started') then 1 else 0 end)
    ),
    on_hold as materialized (
      select enrolment.person_id, max(seated.started) as started,
        max(case when enrolment.course in (${staffing}) then 1 else 0 end) as to_staff
      from seated join ${enrolments} on enrolment.id = seated.enrolment_id
      group by enrolment.person_id
    ),
    -- Sets and not joins: a planner that thinks a set small would go through all of it for each person.
    staff as (
      select here.service_id,
        sum(here.guides) as guides,
        sum(case when here.guides = 1 and here.person_id in (select person_id from confident) then 1 else 0 end) as with_confidentiality,
        sum(case when here.person_id in (select person_id from certified) then 1 else 0 end) as certified,
        sum(case when here.person_id in (select person_id from certified where valid_until > ${marginDay}) then 1 else 0 end) as counted,
        max(case when here.person_id in (select person_id from on_hold where started = 1) then 1 else 0 end) as in_training,
        sum(case when here.person_id in (select person_id from on_hold where to_staff = 1)
          and here.person_id not in (select person_id from certified where valid_until > ${marginDay}) then 1 else 0 end) as on_hold
      from here
      group by here.service_id
    ),
    ever as (
      select distinct library.service_id from ${affiliations}
      join ${libraries} on library.number = affiliation.library_number
      where affiliation.valid_from <= ${day} and ${reallyWas()} and ${isWanted('library.service_id')}
    ),
    points as (
      select library.service_id, count(*) as total,
        sum(case when exists (
          select 1 from ${affiliations}
          where affiliation.library_number = library.number and affiliation.person_id in (select person_id from certified) and ${inForce('affiliation', day)}) then 1 else 0 end) as staffed
      from ${libraries}
      where ${isWanted('library.service_id')} and library.guidance_point = 1 and library.opened_on <= ${day} and (library.closed_on is null or library.closed_on > ${day})
      group by library.service_id
    ),
    channels as (
      select service_id, count(distinct channel) as n from outreach where ${isWanted('service_id')} and ${stillStands('outreach', known)} and service_id is not null and channel in (${sql.join(channels)})
        and on_day <= ${day} and on_day > ${yearBefore} group by service_id
    ),
    meetings as (
      select service_id, count(*) as n from meeting where ${isWanted('service_id')} and ${stillStands('meeting', known)} and held = 1 and on_day <= ${day} and on_day > ${yearBefore} and service_id is not null group by service_id
    ),
    guided as (
      select library.service_id, count(*) as sessions,
        sum(case when guidance_log.outcome in ('completed', 'referred') then 1 else 0 end) as resolved
      from guidance_log join ${libraries} on library.number = guidance_log.library_number
      where ${isWanted('library.service_id')} and ${recorded('guidance_log')} and not exists (
        select 1 from guidance_undo where guidance_undo.guidance_id = guidance_log.id and ${recorded('guidance_undo')}) and guidance_log.on_day <= ${day} and guidance_log.on_day > ${ninetyDaysBefore}
      group by library.service_id
    )
    select library_service.id as service_id, library_service.name,
      case when ever.service_id is null then 0 else 1 end as known,
      coalesce(staff.guides, 0) as guides,
      coalesce(staff.with_confidentiality, 0) as with_confidentiality,
      coalesce(staff.certified, 0) as certified,
      coalesce(staff.counted, 0) as counted,
      coalesce(staff.in_training, 0) as in_training,
      coalesce(staff.on_hold, 0) as on_hold,
      coalesce(points.total, 0) as points,
      coalesce(points.staffed, 0) as points_staffed,
      coalesce(channels.n, 0) as channels,
      coalesce(meetings.n, 0) as meetings,
      coalesce(guided.sessions, 0) as sessions,
      coalesce(guided.resolved, 0) as resolved
    from library_service
    left join staff on staff.service_id = library_service.id
    left join ever on ever.service_id = library_service.id
    left join points on points.service_id = library_service.id
    left join channels on channels.service_id = library_service.id
    left join meetings on meetings.service_id = library_service.id
    left join guided on guided.service_id = library_service.id
    where ${isWanted('library_service.id')}
    order by library_service.id`.execute(db);
  return rows.map((row) => factsOf(StaffingRow.parse(row)));
}
