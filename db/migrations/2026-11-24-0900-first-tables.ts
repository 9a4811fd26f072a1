import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** Every table of the first version. Instants are ISO text in UTC, days are YYYY-MM-DD, validity is half-open [from, until). */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const table = (name: string, columns: string) => createTable(db, engine, name, columns);
  const index = (text: string) => sql.raw(`create ${text}`).execute(db);

  await table('setting', `key text primary key not null, value text not null, recorded_at text not null`);

  // Places
  await table(
    'municipality',
    `code text primary key not null, name text not null, population integer not null, population_date text not null, pilot integer not null default 0 check (pilot in (0, 1)), recorded_at text not null`,
  );
  await table(
    'municipality_region',
    `code text not null references municipality (code), region text not null, valid_from text not null, valid_until text, recorded_at text not null, primary key (code, valid_from)`,
  );
  await table('library_service', `id text primary key not null, name text not null, recorded_at text not null`);
  await table(
    'service_municipality',
    `municipality_code text primary key not null references municipality (code), service_id text not null references library_service (id), recorded_at text not null`,
  );
  await index('index service_municipality_service on service_municipality (service_id)');
  await table(
    'library',
    `number text primary key not null, service_id text not null references library_service (id), municipality_code text not null references municipality (code), name text not null, guidance_point integer not null default 1 check (guidance_point in (0, 1)), opened_on text not null, closed_on text, recorded_at text not null`,
  );
  await index('index library_service_id on library (service_id)');

  // People
  await table(
    'person',
    `id text primary key not null, email text unique, status text not null check (status in ('active', 'blocked', 'erased')), language text not null check (language in ('da', 'en')), demo integer not null default 0 check (demo in (0, 1)), created_at text not null, recorded_at text not null`,
  );
  await table(
    'person_name',
    `person_id text not null references person (id), given_name text not null, family_name text not null, valid_from text not null, recorded_at text not null, primary key (person_id, valid_from)`,
  );
  await table(
    'affiliation',
    `id text primary key not null, person_id text not null references person (id), library_number text not null references library (number), work text not null, valid_from text not null, valid_until text, recorded_at text not null`,
  );
  await index('index affiliation_person on affiliation (person_id)');
  await index('index affiliation_library on affiliation (library_number)');
  await index('unique index affiliation_open on affiliation (person_id, library_number) where valid_until is null');
  await table(
    'role_grant',
    `id text primary key not null, person_id text not null references person (id), role text not null check (role in ('adviser', 'course-leader', 'agency', 'contact-person', 'administrator')), service_id text references library_service (id), valid_from text not null, valid_until text, granted_by text, recorded_at text not null`,
  );
  await index('index role_grant_person on role_grant (person_id)');

  // Sign-in
  await table(
    'auth_session',
    `key text primary key not null, person_id text not null references person (id), method text not null check (method in ('code', 'demo')), authn_at text not null, created_at text not null, last_seen_at text not null, expires_at text not null, revoked_at text`,
  );
  await index('index auth_session_person on auth_session (person_id)');
  await table(
    'auth_challenge',
    `key text primary key not null, kind text not null, email text not null, secret_hash text not null, attempts integer not null default 0, created_at text not null, expires_at text not null, used_at text`,
  );
  await table('auth_rate', `bucket text primary key not null, hits integer not null, ends_at text not null`);

  // Learning
  await table(
    'course_edition',
    `slug text not null, edition text not null, content_hash text not null, change_class text not null check (change_class in ('first', 'editorial', 'material')), published_at text not null, recorded_at text not null, primary key (slug, edition)`,
  );
  await table(
    'hold',
    `id text primary key not null, name text not null, course text not null, edition text not null, starts_on text not null, ends_on text not null, seats integer not null check (seats > 0), self_enrol integer not null check (self_enrol in (0, 1)), recorded_at text not null, foreign key (course, edition) references course_edition (slug, edition)`,
  );
  await table(
    'hold_leader',
    `hold_id text not null references hold (id), person_id text not null references person (id), recorded_at text not null, primary key (hold_id, person_id)`,
  );
  await index('index hold_leader_person on hold_leader (person_id)');
  await table(
    'course_day',
    `id text primary key not null, hold_id text not null references hold (id), step text not null, held_on text not null, starts_at text not null, place text not null, recorded_at text not null, unique (hold_id, step, held_on)`,
  );
  await table(
    'enrolment',
    `id text primary key not null, person_id text not null references person (id), hold_id text not null references hold (id), course text not null, edition text not null, seq integer not null, state text not null, step text, due_at text, last_at text not null, recorded_at text not null, foreign key (course, edition) references course_edition (slug, edition)`,
  );
  await index('index enrolment_person on enrolment (person_id)');
  await index('index enrolment_hold on enrolment (hold_id, state)');
  await index(
    `unique index enrolment_running on enrolment (person_id, course) where state in ('requested', 'waitlisted', 'enrolled', 'active', 'suspended', 'failed', 'appeal', 'assessed', 'withheld')`,
  );
  await table(
    'learning_event',
    `enrolment_id text not null references enrolment (id), seq integer not null, type text not null, payload text not null, at text not null, actor text, recorded_at text not null, primary key (enrolment_id, seq)`,
  );
  await appendOnly(db, engine, 'learning_event');
  await index('index learning_event_type on learning_event (type, at)');
  await table(
    'enrolment_step',
    `enrolment_id text not null references enrolment (id), step text not null, state text not null, status text not null, since text not null, primary key (enrolment_id, step)`,
  );
  await index('index enrolment_step_state on enrolment_step (state, step)');
  await table(
    'attendance',
    `id text primary key not null, course_day_id text not null references course_day (id), enrolment_id text not null references enrolment (id), outcome text not null check (outcome in ('attended', 'excused', 'absent')), by_person text not null references person (id), at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'attendance');
  await table(
    'reading_place',
    `enrolment_id text not null references enrolment (id), step text not null, section text not null, at text not null, primary key (enrolment_id, step)`,
  );
  await table(
    'exception',
    `id text primary key not null, person_id text not null references person (id), kind text not null check (kind in ('extra-time', 'extra-attempt', 'own-deadline', 'may-grade')), value text not null, reason text not null, by_person text not null references person (id), valid_from text not null, valid_until text, recorded_at text not null`,
  );

  // Assessment
  await table(
    'quiz_attempt',
    `id text primary key not null, enrolment_id text not null references enrolment (id), step text not null, number integer not null, seed text not null, started_at text not null, deadline_at text, handed_in_at text, questions_right integer, score {{real}}, recorded_at text not null, unique (enrolment_id, step, number)`,
  );
  await table(
    'attempt_item',
    `attempt_id text not null references quiz_attempt (id), slot integer not null, bank text not null, question text not null, option_order text not null, primary key (attempt_id, slot)`,
  );
  await appendOnly(db, engine, 'attempt_item');
  await table(
    'response',
    `attempt_id text not null, slot integer not null, client_op_id text not null unique, value text not null, at text not null, late integer not null check (late in (0, 1)), recorded_at text not null, foreign key (attempt_id, slot) references attempt_item (attempt_id, slot)`,
  );
  await appendOnly(db, engine, 'response');
  await index('index response_slot on response (attempt_id, slot, at)');
  await table(
    'item_score',
    `attempt_id text not null, slot integer not null, score {{real}} not null, recorded_at text not null, primary key (attempt_id, slot), foreign key (attempt_id, slot) references attempt_item (attempt_id, slot)`,
  );
  await appendOnly(db, engine, 'item_score');
  await table(
    'submission',
    `id text primary key not null, enrolment_id text not null references enrolment (id), step text not null, number integer not null, state text not null check (state in ('draft', 'handed-in', 'in-review', 'returned', 'accepted', 'rejected')), text text not null, saved_at text not null, handed_in_at text, claimed_by text references person (id), decided_at text, recorded_at text not null, unique (enrolment_id, step, number)`,
  );
  await index('index submission_state on submission (state, handed_in_at)');
  await table(
    'document',
    `sha256 text primary key not null, media_type text not null, bytes {{blob}} not null, size integer not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'document');
  await table(
    'submission_file',
    `submission_id text not null references submission (id), sha256 text not null references document (sha256), name text not null, position integer not null, recorded_at text not null, primary key (submission_id, sha256)`,
  );
  await table(
    'grading',
    `id text primary key not null, submission_id text not null references submission (id), grader_id text not null references person (id), decision text not null check (decision in ('accepted', 'returned', 'rejected')), rubric text not null, feedback text not null, at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'grading');
  await index('index grading_submission on grading (submission_id)');

  // Certificates
  await table(
    'certificate',
    `number text primary key not null, verify_code text not null unique, person_id text not null references person (id), enrolment_id text unique references enrolment (id), name_at_issue text not null, library_at_issue text not null, course text not null, edition text not null, valid_from text not null, valid_until text not null, issued_at text not null, replaces text references certificate (number), supersedes text references certificate (number), status_index integer not null unique, name_public integer not null default 0 check (name_public in (0, 1)), recorded_at text not null`,
  );
  await index('index certificate_person on certificate (person_id, valid_until)');
  await table(
    'certificate_event',
    `id text primary key not null, number text not null references certificate (number), type text not null check (type in ('issued', 'suspended', 'suspension-lifted', 'revoked', 'reinstated', 'replaced', 'superseded')), reason text, actor text, at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'certificate_event');
  await index('index certificate_event_number on certificate_event (number, at)');
  await table(
    'certificate_document',
    `number text not null references certificate (number), language text not null check (language in ('da', 'en')), sha256 text not null references document (sha256), recorded_at text not null, primary key (number, language)`,
  );

  // Readiness
  await table(
    'evidence',
    `id text primary key not null, service_id text not null references library_service (id), gate text not null, value text not null check (value in ('opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant')), observed_on text not null, expires_on text, note text not null, by_person text references person (id), at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'evidence');
  await index('index evidence_service on evidence (service_id, gate, observed_on)');
  await table(
    'rollout_event',
    `id text primary key not null, service_id text not null references library_service (id), type text not null check (type in ('invited', 'committed', 'paused', 'resumed', 'live')), on_day text not null, note text not null, by_person text references person (id), at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'rollout_event');
  await table(
    'outreach',
    `id text primary key not null, service_id text not null references library_service (id), channel text not null check (channel in ('local-paper', 'posters', 'flyers', 'advertisements')), on_day text not null, note text not null, recorded_at text not null`,
  );
  await index('index outreach_service on outreach (service_id, on_day)');
  await table(
    'meeting',
    `id text primary key not null, service_id text not null references library_service (id), on_day text not null, kind text not null check (kind in ('local', 'national')), note text not null, recorded_at text not null`,
  );
  await index('index meeting_service on meeting (service_id, on_day)');
  await table(
    'guidance_log',
    `id text primary key not null, client_op_id text not null unique, person_id text not null references person (id), library_number text not null references library (number), on_day text not null, reason text not null, outcome text not null check (outcome in ('completed', 'referred', 'unfinished')), undone_at text, recorded_at text not null`,
  );
  await index('index guidance_log_library on guidance_log (library_number, on_day)');
  await index('index guidance_log_person on guidance_log (person_id, on_day)');

  // Around
  await table(
    'outbox',
    `id text primary key not null, dedupe_key text not null unique, recipient text not null, subject text not null, body text not null, created_at text not null, sent_at text, tries integer not null default 0`,
  );
  await index('index outbox_waiting on outbox (sent_at, created_at)');
  await table(
    'audit',
    `seq integer primary key not null, at text not null, actor text, action text not null, subject text not null, detail text not null, previous text not null, hash text not null`,
  );
  await appendOnly(db, engine, 'audit');
}
