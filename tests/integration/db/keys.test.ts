import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedDatabase } from '#db/open-database.ts';
import { onBothDatabases } from '../../databases.ts';

onBothDatabases('the tables', (engine, fresh) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await fresh();
  });
  afterAll(() => opened.close());

  test('accept at most one row per key, however many write at once', async () => {
    const { rows } = await (engine === 'sqlite'
      ? sql<{ key: string }>`
          select m.name || ' ' || (select group_concat(name, ' ') from (select c.name from pragma_index_info(i.name) c order by c.name))
            || case when i.partial then ' where' else '' end as key
          from sqlite_master m join pragma_index_list(m.name) i
          where m.type = 'table' and m.name not like 'kysely_%' and i."unique" and i.origin <> 'pk'`
      : sql<{ key: string }>`
          select t.relname || ' ' || (select string_agg(a.attname, ' ' order by a.attname) from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey))
            || case when i.indpred is null then '' else ' where' end as key
          from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
          where n.nspname = 'public' and t.relname not like 'kysely_%' and i.indisunique and not i.indisprimary`
    ).execute(opened.db);
    expect(rows.map(({ key }) => key).sort()).toEqual([
      'affiliation library_number person_id where',
      'agreement client_op_id',
      'agreement corrects',
      'appeal enrolment_id step where',
      'attendance corrects',
      'attendance_proof enrolment_id',
      'attendance_proof file_da',
      'attendance_proof file_en',
      'attendance_proof verify_code',
      'campaign_signup seq service_id week',
      'certificate enrolment_id',
      'certificate status_index',
      'certificate verify_code',
      'course_day held_on hold_id place starts_at step where',
      'double_grading grader_id submission_id where',
      'email_change secret_hash',
      'enrolment course person_id where',
      'evidence client_op_id',
      'evidence corrects',
      'evidence_request ask_id gate person_id service_id',
      'exception client_op_id',
      'guidance_log client_op_id',
      'help_consent client_op_id',
      'help_consent seq service_id',
      'help_point client_op_id',
      'help_point seq service_id',
      'hold client_op_id',
      'invitation client_op_id',
      'invitation secret_hash',
      'invitation_answer client_op_id',
      'invitation_answer invitation_id seq',
      'issue_run hold_id where',
      'library_change client_op_id',
      'meeting client_op_id',
      'meeting corrects',
      'network_message client_op_id',
      'outbox dedupe_key',
      'outreach client_op_id',
      'outreach corrects',
      'peer_seat person_id seq session_first_id',
      'peer_session client_op_id',
      'peer_session corrects',
      'person email',
      'practice_answer client_op_id',
      'practice_answer nth round',
      'practice_card course person_id question',
      'practice_setting person_id',
      'quiz_attempt enrolment_id number step',
      'readiness_override client_op_id',
      'regret course_day_id enrolment_id where',
      'reserved_number status_index',
      'response client_op_id',
      'rollout_date client_op_id',
      'rollout_event client_op_id',
      'serving_change client_op_id',
      'sign_off by_person round_id',
      'sign_off place round_id',
      'sign_off_round client_op_id',
      'sign_off_round seq wave_id',
      'snapshot client_op_id',
      'snapshot code',
      'submission enrolment_id number step',
      'wave client_op_id',
      'wave corrects',
      'wave_member client_op_id',
      'wave_member seq service_id',
    ]);
  });

  test('have a key of several columns where rows are numbered within another row', async () => {
    const { rows } = await (engine === 'sqlite'
      ? sql<{ name: string; key: string }>`
          select m.name, (select group_concat(name, ' ') from (select name from pragma_table_info(m.name) where pk > 0 order by pk)) as key
          from sqlite_master m where m.type = 'table' and m.name not like 'kysely_%' and m.name not like 'sqlite_%'`
      : sql<{ name: string; key: string }>`
          select t.relname as name, (select string_agg(a.attname, ' ' order by array_position(i.indkey::int2[], a.attnum)) from pg_attribute a where a.attrelid = t.oid and a.attnum = any(i.indkey)) as key
          from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
          where n.nspname = 'public' and t.relname not like 'kysely_%' and i.indisprimary`
    ).execute(opened.db);
    const together = rows.filter(({ key }) => key?.includes(' ')).map(({ name, key }) => [name, key]);
    expect(Object.fromEntries(together)).toEqual({
      affiliation_correction: 'affiliation_id seq',
      affiliation_history: 'id seq',
      attempt_flag: 'attempt_id slot',
      attempt_item: 'attempt_id slot',
      bookmark: 'enrolment_id step',
      certificate_badge: 'number language form',
      certificate_history: 'number seq',
      certificate_document: 'number language',
      certificate_look: 'number day',
      course_edition: 'slug edition',
      enrolment_history: 'id seq',
      enrolment_step: 'enrolment_id step',
      exercise_try: 'enrolment_id step exercise',
      double_grading: 'submission_id part',
      hold_leader: 'hold_id person_id',
      import_row: 'run_id line',
      invitation_letter: 'invitation_id person_id kind on_day',
      issue_run_item: 'run_id enrolment_id',
      item_score: 'attempt_id slot',
      learning_event: 'enrolment_id seq',
      library_history: 'number seq',
      municipality_history: 'code seq',
      municipality_region: 'code valid_from',
      network_recipient: 'message_id person_id',
      own_note: 'enrolment_id step section',
      person_join_row: 'join_id thing row_key',
      person_name: 'person_id valid_from recorded_at',
      reading_place: 'enrolment_id step',
      report_document: 'snapshot_id language',
      role_grant_history: 'id seq',
      service_municipality_history: 'municipality_code seq',
      sign_off_service: 'round_id service_id',
      step_rating: 'enrolment_id step',
      stuck_record: 'work subject',
      submission_file: 'submission_id sha256',
      target_group: 'municipality_code period seq',
    });
  });

  test('have a foreign key wherever a column names another row', async () => {
    const { rows } = await (engine === 'sqlite'
      ? sql<{
          column: string;
        }>`select m.name || '.' || f."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`
      : sql<{ column: string }>`
          select t.relname || '.' || a.attname as "column"
          from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
          where c.contype = 'f'`
    ).execute(opened.db);
    // The remaining columns name the row itself, or a number within it.
    const pointing = new Set(rows.map(({ column }) => column));
    const tables = await opened.db.introspection.getTables();
    // A version in a history repeats what its row said, and that row has the keys.
    const named = tables
      .filter(({ name }) => !name.endsWith('_history'))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
    const names = /_id$|\.(by_person|claimed_by|number|sha256|municipality_code|library_number|slot|code|edition)$/;
    expect(named.filter((column) => names.test(column) && !pointing.has(column)).sort()).toEqual([
      'agreement.client_op_id',
      'attempt_item.slot',
      'attendance_proof.edition',
      'attendance_proof.number',
      'certificate.edition',
      'certificate.library_number',
      'certificate.number',
      'course_edition.edition',
      'document.sha256',
      'evidence.client_op_id',
      'evidence_request.ask_id',
      'exception.client_op_id',
      'guidance_log.client_op_id',
      'help_consent.client_op_id',
      'help_point.client_op_id',
      'hold.client_op_id',
      'invitation.client_op_id',
      'invitation_answer.client_op_id',
      'library.number',
      'library_change.client_op_id',
      'meeting.client_op_id',
      'municipality.code',
      'network_message.client_op_id',
      'outreach.client_op_id',
      'peer_session.client_op_id',
      'practice_answer.client_op_id',
      'practice_answer.edition',
      'practice_card.edition',
      'quiz_attempt.number',
      'readiness_override.client_op_id',
      'readiness_touch.service_id',
      'reserved_number.number',
      'response.client_op_id',
      'rollout_date.client_op_id',
      'rollout_event.client_op_id',
      'serving_change.client_op_id',
      'sign_off_round.client_op_id',
      'signing_certificate.sha256',
      'snapshot.client_op_id',
      'snapshot.code',
      'snapshot.sha256',
      'step_rating.edition',
      'submission.number',
      'wave.client_op_id',
      'wave_member.client_op_id',
    ]);
  });
});
