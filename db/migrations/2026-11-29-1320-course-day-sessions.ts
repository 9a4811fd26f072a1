import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * A hold may meet twice on one day, at another time or place. A session that is cancelled stays, with the reason. A note
 * of attendance counts in the course from the moment that a row says so: at once, or when the step opens.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  if (engine === 'postgres') {
    await run('alter table course_day drop constraint course_day_hold_id_step_held_on_key');
    await run('alter table course_day add column cancelled_at text');
    await run('alter table course_day add column cancelled_because text');
  } else await rebuild(db, engine);
  await run(
    'create unique index course_day_session on course_day (hold_id, step, held_on, starts_at, place) where cancelled_at is null',
  );
  await createTable(
    db,
    engine,
    'counted_attendance',
    'attendance_id text primary key not null references attendance (id), recorded_at text not null',
  );
  // Until now a note was made only when it counted at once.
  await run('insert into counted_attendance (attendance_id, recorded_at) select id, recorded_at from attendance');
  await appendOnly(db, engine, 'counted_attendance');
}

/** SQLite cannot drop a unique constraint, so the table is made anew, and with it the one that refers to it. */
async function rebuild(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('alter table course_day rename to course_day_before');
  await createTable(
    db,
    engine,
    'course_day',
    `id text primary key not null, hold_id text not null references hold (id), step text not null, held_on text not null, starts_at text not null, place text not null, recorded_at text not null, cancelled_at text, cancelled_because text`,
  );
  const ofDay = 'id, hold_id, step, held_on, starts_at, place, recorded_at';
  await run(`insert into course_day (${ofDay}) select ${ofDay} from course_day_before`);
  for (const statement of ['update', 'delete']) await run(`drop trigger attendance_no_${statement}`);
  await run('drop index attendance_corrects');
  await run('alter table attendance rename to attendance_before');
  await createTable(
    db,
    engine,
    'attendance',
    `id text primary key not null, course_day_id text not null references course_day (id), enrolment_id text not null references enrolment (id), outcome text not null check (outcome in ('attended', 'excused', 'absent')), by_person text not null references person (id), at text not null, recorded_at text not null, corrects text references attendance (id), reason text`,
  );
  const ofNote = 'id, course_day_id, enrolment_id, outcome, by_person, at, recorded_at, corrects, reason';
  await run(`insert into attendance (${ofNote}) select ${ofNote} from attendance_before`);
  await run('drop table attendance_before');
  await run('drop table course_day_before');
  await run('create unique index attendance_corrects on attendance (corrects)');
  await appendOnly(db, engine, 'attendance');
}
