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
  // Which test it is, in one text, so that the JSON is read once for all tests.
  const test = sql`(enrolment.course || '/' || enrolment.edition || '/' || ${step})`;
  const keys = tests.map((each) => `${each.course}/${each.edition}/${each.step}`);
  const marks = tests.map((each, at) => sql`when ${keys[at]} then cast(${each.passMark} as double precision)`);
  return sql`(case ${sql.ref(`${event}.type`)}
    when 'appeal-upheld' then ${remedy} = 'pass' and ${test} in (${sql.join(keys.map((key) => sql`${key}`))})
    else ${score} >= case ${test} ${sql.join(marks, sql` `)} end end)`;
}
