import { type RawBuilder, sql } from 'kysely';
import type { PassedStep } from '#curriculum/readiness/staffing-courses.ts';
import type { Db } from '#db/schema.ts';
import { jsonText } from './json-text.ts';

/** Is this row of `learning_event`, joined to its `enrolment`, a test that was passed, also by an appeal? */
export function passesTest(db: Db, event: string, tests: readonly PassedStep[]): RawBuilder<boolean> {
  if (tests.length === 0) return sql`1 = 0`;
  const step = jsonText(db, `${event}.payload`, 'step');
  const score = sql`cast(${jsonText(db, `${event}.payload`, 'score')} as double precision)`;
  const remedy = jsonText(db, `${event}.payload`, 'remedy');
  return sql`(${sql.join(
    tests.map(
      (test) =>
        sql`(enrolment.course = ${test.course} and enrolment.edition = ${test.edition} and ${step} = ${test.step}
          and case ${sql.ref(`${event}.type`)} when 'appeal-upheld' then ${remedy} = 'pass' else ${score} >= ${test.passMark} end)`,
    ),
    sql` or `,
  )})`;
}
