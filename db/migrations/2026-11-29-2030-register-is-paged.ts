import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { libraryNumberOf } from '../library-number.ts';
import { sortKeyOf } from '../text-keys.ts';
import type { Engine } from './table-kit.ts';

/**
 * A page of the register, of a library service and of the holds is asked for without reading the rest: the library of a
 * certificate stands in columns that can be sorted by and searched, and the few events that stop a certificate or end a
 * course have indexes of their own.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  // PostgreSQL would otherwise sort by the language of the database.
  const byBytes = engine === 'postgres' ? ' collate "C"' : '';
  await run('alter table certificate add column library_number text');
  await run(`alter table certificate add column library_sort_key text${byBytes} not null default ''`);
  const libraries = await db.selectFrom('certificate').select('library_at_issue').distinct().execute();
  for (const { library_at_issue } of libraries)
    await db
      .updateTable('certificate')
      .set({ library_number: libraryNumberOf(library_at_issue), library_sort_key: sortKeyOf(library_at_issue) })
      .where('library_at_issue', '=', library_at_issue)
      .execute();
  await run('create index certificate_library on certificate (library_number)');
  await run('create index certificate_period on certificate (valid_until, valid_from, issued_at, course)');
  await run(
    `create index certificate_event_stops on certificate_event (number, at) where type in ('revoked', 'suspended', 'replaced', 'superseded')`,
  );
  await run(
    `create index learning_event_course on learning_event (enrolment_id, type, at, recorded_at) where type in ('started', 'issued', 'withdrawn', 'deadline-passed', 'failure-closed', 'annulled')`,
  );
  // Who has passed a test is read from the index alone.
  await run('drop index learning_event_passed');
  await run(
    `create index learning_event_passed on learning_event (enrolment_id, type, at, payload, recorded_at) where type in ('quiz-scored', 'quiz-timed-out', 'appeal-upheld')`,
  );
  // Who works at a library on a day is read from the index alone.
  await run(
    'create index affiliation_staff on affiliation (library_number, person_id, valid_from, valid_until, guides_from)',
  );
  await run('drop index affiliation_library');
  await run('create index hold_by_start on hold (starts_on, id)');
}
