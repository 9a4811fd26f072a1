import { sql } from 'kysely';
import { z } from 'zod';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';

const count = z.int().min(0);
const yesOrNo = z.union([z.literal(0), z.literal(1)]);
/** A row as the SQL below gives it. It is checked, because the type of raw SQL is only a claim. */
const StaffingRow = z.strictObject({
  service_id: z.string(),
  name: z.string(),
  known: yesOrNo,
  advisers: count,
  with_confidentiality: count,
  certified: count,
  counted: count,
  in_training: yesOrNo,
  points: count,
  points_staffed: count,
  channels: count,
  meetings: count,
  sessions: count,
  resolved: count,
});

/** What the certificates, affiliations and logs say about one library service. */
export type ComputedFacts = Omit<ServiceFacts, 'municipalities' | 'evidence' | 'rollout'>;

const factsOf = (row: z.infer<typeof StaffingRow>): ComputedFacts => ({
  serviceId: row.service_id,
  name: row.name,
  anyAffiliation: row.known === 1,
  advisers: row.advisers,
  advisersWithConfidentiality: row.with_confidentiality,
  certified: row.certified,
  countedForGate: row.counted,
  inTraining: row.in_training === 1,
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
  /** The step that teaches confidentiality, by course. */
  confidentiality: [course: string, step: string][];
};

/**
 * Every library service with its certificates, affiliations and logs on a day, in one aggregate for the whole country.
 * A certificate counts unless by then it was revoked, suspended, replaced or superseded and that was not undone.
 */
export async function listStaffing(db: Db, asked: Asked): Promise<ComputedFacts[]> {
  const { day, until, marginDay, yearBefore, ninetyDaysBefore } = asked;
  const passed = sql.join(
    asked.confidentiality.map(
      ([course, step]) => sql`(enrolment.course = ${course} and enrolment_step.step = ${step})`,
    ),
    sql` or `,
  );
  const { rows } = await sql`
    with stopped as (
      select event.number from certificate_event as event
      where event.type in ('revoked', 'suspended', 'replaced', 'superseded') and event.at <= ${until}
        and not exists (
          select 1 from certificate_event as undone
          where undone.number = event.number and undone.at > event.at and undone.at <= ${until}
            and ((event.type = 'revoked' and undone.type = 'reinstated')
              or (event.type = 'suspended' and undone.type = 'suspension-lifted')))
    ),
    certified as (
      select person_id, max(valid_until) as valid_until from certificate
      where valid_from <= ${day} and valid_until > ${day} and number not in (select number from stopped)
      group by person_id
    ),
    confident as (
      select distinct enrolment.person_id from enrolment_step
      join enrolment on enrolment.id = enrolment_step.enrolment_id
      where enrolment_step.state = 'done' and enrolment_step.since <= ${until} and (${passed})
    ),
    training as (
      select distinct enrolment.person_id from learning_event as began
      join enrolment on enrolment.id = began.enrolment_id
      where began.type = 'started' and began.at <= ${until}
        and not exists (
          select 1 from learning_event as ended
          where ended.enrolment_id = began.enrolment_id and ended.at <= ${until}
            and ended.type in ('issued', 'withdrawn', 'deadline-passed', 'failure-closed', 'annulled'))
    ),
    here as (
      select library.service_id, affiliation.person_id, max(case when affiliation.work = 'adviser' then 1 else 0 end) as adviser
      from affiliation join library on library.number = affiliation.library_number
      where ${inForce('affiliation', day)}
      group by library.service_id, affiliation.person_id
    ),
    staff as (
      select here.service_id,
        sum(here.adviser) as advisers,
        sum(case when here.adviser = 1 and confident.person_id is not null then 1 else 0 end) as with_confidentiality,
        sum(case when certified.person_id is not null then 1 else 0 end) as certified,
        sum(case when certified.valid_until > ${marginDay} then 1 else 0 end) as counted,
        max(case when training.person_id is not null then 1 else 0 end) as in_training
      from here
      left join certified on certified.person_id = here.person_id
      left join confident on confident.person_id = here.person_id
      left join training on training.person_id = here.person_id
      group by here.service_id
    ),
    ever as (
      select distinct library.service_id from affiliation
      join library on library.number = affiliation.library_number where affiliation.valid_from <= ${day}
    ),
    points as (
      select library.service_id, count(*) as total,
        sum(case when exists (
          select 1 from affiliation join certified on certified.person_id = affiliation.person_id
          where affiliation.library_number = library.number and ${inForce('affiliation', day)}) then 1 else 0 end) as staffed
      from library
      where library.guidance_point = 1 and library.opened_on <= ${day} and (library.closed_on is null or library.closed_on > ${day})
      group by library.service_id
    ),
    channels as (
      select service_id, count(distinct channel) as n from outreach where on_day <= ${day} and on_day > ${yearBefore} group by service_id
    ),
    meetings as (
      select service_id, count(*) as n from meeting where on_day <= ${day} and on_day > ${yearBefore} group by service_id
    ),
    guided as (
      select library.service_id, count(*) as sessions,
        sum(case when guidance_log.outcome in ('completed', 'referred') then 1 else 0 end) as resolved
      from guidance_log join library on library.number = guidance_log.library_number
      where guidance_log.undone_at is null and guidance_log.on_day <= ${day} and guidance_log.on_day > ${ninetyDaysBefore}
      group by library.service_id
    )
    select library_service.id as service_id, library_service.name,
      case when ever.service_id is null then 0 else 1 end as known,
      coalesce(staff.advisers, 0) as advisers,
      coalesce(staff.with_confidentiality, 0) as with_confidentiality,
      coalesce(staff.certified, 0) as certified,
      coalesce(staff.counted, 0) as counted,
      coalesce(staff.in_training, 0) as in_training,
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
    order by library_service.id`.execute(db);
  return rows.map((row) => factsOf(StaffingRow.parse(row)));
}
