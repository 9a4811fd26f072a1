import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

export type StaffingRow = {
  service_id: string;
  name: string;
  known: number;
  advisers: number;
  with_confidentiality: number;
  certified: number;
  counted: number;
  in_training: number;
  points: number;
  points_staffed: number;
  channels: number;
  meetings: number;
  sessions: number;
  resolved: number;
};

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
export async function listStaffing(db: Db, asked: Asked): Promise<StaffingRow[]> {
  const { day, until, marginDay, yearBefore, ninetyDaysBefore } = asked;
  const passed = sql.join(
    asked.confidentiality.map(
      ([course, step]) => sql`(enrolment.course = ${course} and enrolment_step.step = ${step})`,
    ),
    sql` or `,
  );
  const { rows } = await sql<StaffingRow>`
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
  return rows;
}

/** The municipalities with their library service. */
export async function listMunicipalities(db: Db) {
  return db
    .selectFrom('municipality')
    .innerJoin('service_municipality', 'service_municipality.municipality_code', 'municipality.code')
    .select([
      'municipality.code',
      'municipality.name',
      'municipality.population',
      'municipality.pilot',
      'service_municipality.service_id',
    ])
    .orderBy('municipality.code')
    .execute();
}

/** All evidence about the gates that was recorded by an instant, oldest first. */
export async function listEvidence(db: Db, day: string, serviceId?: string) {
  return db
    .selectFrom('evidence')
    .select(['id', 'service_id', 'gate', 'value', 'observed_on', 'expires_on', 'note', 'by_person', 'at'])
    .where('observed_on', '<=', day)
    .$if(serviceId !== undefined, (all) => all.where('service_id', '=', serviceId!))
    .orderBy('observed_on')
    .orderBy('at')
    .execute();
}

export async function listRollout(db: Db, day: string, serviceId?: string) {
  return db
    .selectFrom('rollout_event')
    .select(['id', 'service_id', 'type', 'on_day', 'note', 'at'])
    .where('on_day', '<=', day)
    .$if(serviceId !== undefined, (all) => all.where('service_id', '=', serviceId!))
    .orderBy('on_day')
    .orderBy('at')
    .execute();
}

/** The advisers of one service on a day, and others there who have a certificate, with their latest one. */
export async function listStaffOf(db: Db, serviceId: string, day: string) {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    library: string;
    number: string | null;
  }>`
    select person.id as person_id, library.name as library, certificate.number,
      ${nameOf('person.id')} as name
    from affiliation
    join library on library.number = affiliation.library_number
    join person on person.id = affiliation.person_id
    left join certificate on certificate.person_id = person.id and certificate.valid_from <= ${day}
      and certificate.number = (select max(number) from certificate as latest where latest.person_id = person.id and latest.valid_from <= ${day})
    where library.service_id = ${serviceId} and ${inForce('affiliation', day)}
      and (affiliation.work = 'adviser' or certificate.number is not null)
    order by library.name, person.id`.execute(db);
  return rows;
}

export async function findMunicipality(db: Db, code: string) {
  return db.selectFrom('municipality').selectAll().where('code', '=', code).executeTakeFirst();
}
