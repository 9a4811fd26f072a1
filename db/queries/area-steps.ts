import { sql } from 'kysely';
import { z } from 'zod';
import type { AreaStep } from '#curriculum/obligations/parse-area-steps.ts';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { jsonText } from './json-text.ts';
import { knownRows } from './known-rows.ts';
import { isStopped } from './stopped.ts';

type Asked = {
  day: string;
  /** The last instant of the day. */
  until: string;
  /** The courses whose certificates staff a place. */
  courses: readonly string[];
  /** Only what was recorded by this instant; without it what is known now. */
  known?: string | undefined;
};

/** The people with a certificate who work at a library on a day; for `with`. */
const certifiedHere = ({ day, until, courses, known }: Asked) => sql`certified as (
    select distinct library.service_id, affiliation.person_id
    from ${knownRows('affiliation', known)}
    join ${knownRows('library', known)} on library.number = affiliation.library_number
    join ${knownRows('certificate', known)} on certificate.person_id = affiliation.person_id
    where ${inForce('affiliation', day)} and certificate.valid_from <= ${day} and certificate.valid_until > ${day}
      and certificate.issued_at <= ${until} and certificate.course in (${sql.join(courses.map((course) => sql`${course}`))})
      and not ${isStopped(until, known)}
  )`;

const CertifiedRow = z.strictObject({ service_id: z.string(), people: z.coerce.number() });
const AreaRow = z.strictObject({ service_id: z.string(), area: z.string(), people: z.coerce.number() });

/** How many people with a certificate each library service has on a day. */
export async function countCertified(db: Db, asked: Asked): Promise<Map<string, number>> {
  const { rows } = await sql`with ${certifiedHere(asked)}
    select service_id, count(*) as people from certified group by service_id`.execute(db);
  return new Map(rows.map((row) => CertifiedRow.parse(row)).map(({ service_id, people }) => [service_id, people]));
}

/** How many people with a certificate have by that day passed a step of an area, by library service. */
export async function countTrained(db: Db, asked: Asked, steps: readonly AreaStep[]) {
  if (steps.length === 0) return [];
  const step = jsonText(db, 'passed.payload', 'step');
  const score = sql`cast(${jsonText(db, 'passed.payload', 'score')} as double precision)`;
  const remedy = jsonText(db, 'passed.payload', 'remedy');
  const recorded = asked.known === undefined ? sql`1 = 1` : sql`passed.recorded_at <= ${asked.known}`;
  const areas = [...new Set(steps.map(({ area }) => area))];
  const isPassed = (each: AreaStep) =>
    each.passMark === null
      ? sql`passed.type = 'lesson-read'`
      : sql`(passed.type in ('quiz-scored', 'quiz-timed-out') and ${score} >= ${each.passMark}
          or passed.type = 'appeal-upheld' and ${remedy} = 'pass')`;
  const of = (area: string) =>
    sql.join(
      steps
        .filter((each) => each.area === area)
        .map(
          (each) =>
            sql`(enrolment.course = ${each.course} and enrolment.edition = ${each.edition} and ${step} = ${each.step} and ${isPassed(each)})`,
        ),
      sql` or `,
    );
  const trained = sql.join(
    areas.map(
      (area) => sql`select certified.service_id, ${sql.lit(area)} as area, count(distinct certified.person_id) as people
        from certified
        join ${knownRows('enrolment', asked.known)} on enrolment.person_id = certified.person_id
        join learning_event as passed on passed.enrolment_id = enrolment.id
        where passed.type in ('lesson-read', 'quiz-scored', 'quiz-timed-out', 'appeal-upheld') and passed.at <= ${asked.until}
          and ${recorded}
          and (${of(area)})
        group by certified.service_id`,
    ),
    sql` union all `,
  );
  const { rows } = await sql`with ${certifiedHere(asked)} ${trained}`.execute(db);
  return rows
    .map((row) => AreaRow.parse(row))
    .map(({ service_id, area, people }) => ({ serviceId: service_id, area, people }));
}
