import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedDatabase } from '#db/open-database.ts';
import { onBothDatabases } from '../../databases.ts';

const at = '2026-01-01T00:00:00.000Z';
const recorded_at = at;

/** One row of each append-only table, and the rows it refers to. */
const around: [string, Record<string, unknown>][] = [
  ['municipality', { code: '0101', name: 'København', population: 1, population_date: '2026-01-01', recorded_at }],
  ['library_service', { id: 'service', name: 'København', recorded_at }],
  ['person', { id: 'vera', status: 'active', language: 'da', created_at: at, recorded_at }],
  [
    'course_edition',
    { slug: 'c', edition: '1', content_hash: '', change_class: 'first', published_at: at, recorded_at },
  ],
  [
    'hold',
    {
      id: 'hold',
      name: 'H',
      course: 'c',
      edition: '1',
      starts_on: at,
      ends_on: at,
      seats: 1,
      self_enrol: 0,
      recorded_at,
    },
  ],
  [
    'library',
    { number: '1', service_id: 'service', municipality_code: '0101', name: 'L', opened_on: '2020-01-01', recorded_at },
  ],
  ['course_day', { id: 'day', hold_id: 'hold', step: 's', held_on: at, starts_at: at, place: 'p', recorded_at }],
  [
    'enrolment',
    {
      id: 'e',
      person_id: 'vera',
      hold_id: 'hold',
      course: 'c',
      edition: '1',
      seq: 1,
      state: 'active',
      last_at: at,
      recorded_at,
    },
  ],
  ['quiz_attempt', { id: 'a', enrolment_id: 'e', step: 's', number: 1, seed: 'x', started_at: at, recorded_at }],
  [
    'submission',
    { id: 'sub', enrolment_id: 'e', step: 's', number: 1, state: 'draft', text: '', saved_at: at, recorded_at },
  ],
  [
    'certificate',
    {
      number: '2026-00001',
      verify_code: 'v',
      person_id: 'vera',
      name_at_issue: 'Vera',
      library_at_issue: '–',
      course: 'c',
      edition: '1',
      valid_from: at,
      valid_until: at,
      issued_at: at,
      status_index: 1,
      recorded_at,
    },
  ],
];
const facts: Record<string, Record<string, unknown>> = {
  learning_event: { enrolment_id: 'e', seq: 1, type: 'started', payload: '{}', at, recorded_at },
  attendance: {
    id: 'x',
    course_day_id: 'day',
    enrolment_id: 'e',
    outcome: 'attended',
    by_person: 'vera',
    at,
    recorded_at,
  },
  counted_attendance: { attendance_id: 'x', recorded_at },
  attempt_item: { attempt_id: 'a', slot: 0, bank: 'b', question: 'q', option_order: '[]' },
  response: { attempt_id: 'a', slot: 0, client_op_id: 'x', value: '[]', at, late: 0, recorded_at },
  item_score: { attempt_id: 'a', slot: 0, score: 0.5, recorded_at },
  document: { sha256: 'x', media_type: 'text/plain', bytes: Buffer.from('a'), size: 1, recorded_at },
  grading: {
    id: 'x',
    submission_id: 'sub',
    grader_id: 'vera',
    decision: 'accepted',
    rubric: '{}',
    feedback: '',
    at,
    recorded_at,
  },
  double_grading: {
    submission_id: 'sub',
    part: 'first',
    grader_id: 'vera',
    decision: 'accepted',
    rubric: '{}',
    feedback: '',
    at,
    recorded_at,
  },
  certificate_event: { id: 'x', number: '2026-00001', type: 'issued', at, recorded_at },
  certificate_badge: { number: '2026-00001', language: 'da', form: 'json', sha256: 'x', recorded_at },
  evidence: {
    id: 'x',
    service_id: 'service',
    gate: 'g',
    value: 'ukendt',
    observed_on: at,
    note: '',
    at,
    recorded_at,
  },
  evidence_request: {
    ...{ id: 'x', ask_id: 'a', service_id: 'service', gate: 'g', person_id: 'vera' },
    ...{ asked_on: '2026-01-01', due_on: '2026-02-01', message: '', recorded_at },
  },
  evidence_decision: { evidence_id: 'x', confirmed: 1, on_day: '2026-01-10', reason: '', recorded_at },
  readiness_override: {
    ...{ id: 'x', service_id: 'service', reason: 'r', decided_by: 'd' },
    ...{ valid_from: '2026-01-01', valid_until: '2026-02-01', recorded_at },
  },
  override_withdrawal: { override_id: 'x', on_day: '2026-01-10', reason: 'r', recorded_at },
  agreement: {
    ...{
      id: 'x',
      first_id: 'x',
      purpose: 'cooperation',
      partner: 'p',
      about: 'a',
      signed_by: 's',
      withdrawn: 0,
      why: '',
    },
    ...{ valid_from: at, valid_until: at, recorded_at },
  },
  meeting: {
    ...{ id: 'x', first_id: 'x', on_day: at, place: '', partners: 'p', held: 0, decisions: '', next_step: '' },
    ...{ next_owner: '', withdrawn: 0, why: '', recorded_at },
  },
  outreach: {
    ...{ id: 'x', first_id: 'x', channel: 'web', on_day: at, place: 'p', amount: 1, note: '', paid_by: '' },
    ...{ answer: 'none', withdrawn: 0, why: '', recorded_at },
  },
  network_message: { id: 'x', subject: 's', body: 'b', recorded_at },
  network_recipient: { message_id: 'x', person_id: 'vera', recorded_at },
  peer_session: {
    ...{ id: 'x', first_id: 'x', service_id: 'service', on_day: at, place: 'p', topic: 't', seats: 1, taken: 0 },
    ...{ withdrawn: 0, why: '', recorded_at },
  },
  peer_seat: { id: 'x', session_first_id: 'x', person_id: 'vera', taken: 1, seq: 1, recorded_at },
  campaign_signup: { id: 'x', week: '2027-W06', service_id: 'service', takes_part: 1, seq: 1, recorded_at },
  rollout_event: { id: 'x', service_id: 'service', type: 'live', on_day: at, note: '', at, recorded_at },
  wave: { id: 'x', first_id: 'x', name: 'w', opens_on: at, withdrawn: 0, why: '', recorded_at },
  wave_member: { id: 'x', service_id: 'service', seq: 1, from_day: at, why: '', recorded_at },
  help_point: {
    ...{ id: 'x', service_id: 'service', seq: 1, times: 't', place: 'p', booking: 'b', phone: '', languages: 'l' },
    ...{ access: '', topics: '[]', from_day: at, told_by: 'library', recorded_at },
  },
  help_consent: { id: 'x', service_id: 'service', seq: 1, given: 1, said_by: 's', recorded_at },
  rollout_date: { id: 'x', on_day: at, note: '', recorded_at },
  affiliation_history: { id: 'x', seq: 1, person_id: 'p', library_number: '1', work: 'w', valid_from: at, recorded_at },
  affiliation_correction: { affiliation_id: 'x', seq: 1, kind: 'corrected', recorded_at },
  enrolment_history: { id: 'e', seq: 1, person_id: 'vera', course: 'c', edition: '1', recorded_at },
  certificate_history: {
    ...{ number: '2026-00001', seq: 1, person_id: 'vera', course: 'c' },
    ...{ valid_from: at, valid_until: at, issued_at: at, recorded_at },
  },
  person_join: { id: 'x', kept_id: 'vera', lost_id: 'vera', recorded_at },
  person_join_row: { join_id: 'x', thing: 'role', row_key: '1' },
  person_join_undone: { join_id: 'x', recorded_at },
  role_grant_history: { id: 'x', seq: 1, person_id: 'p', role: 'adviser', valid_from: at, recorded_at },
  library_change: {
    ...{ id: 'x', number: '1', kind: 'opened', on_day: at, name: 'n', municipality_code: '0101', guidance_point: 1 },
    ...{ moved: 0, why: '', recorded_at },
  },
  target_group: { municipality_code: '0101', period: at, seq: 1, source: 's', recorded_at },
  serving_change: {
    ...{ id: 'x', municipality_code: '0101', service_id: 'service', kind: 'serves', on_day: at, why: '', recorded_at },
  },
  library_history: {
    ...{ number: '1', seq: 1, service_id: 's', municipality_code: '0101', guidance_point: 1, opened_on: at },
    recorded_at,
  },
  municipality_history: { code: '0101', seq: 1, population: 1, population_date: '2026-01-01', recorded_at },
  service_municipality_history: { municipality_code: '0101', seq: 1, service_id: 's', valid_from: at, recorded_at },
  guidance_log: {
    ...{ id: 'x', client_op_id: 'x', person_id: 'vera', library_number: '1', on_day: at, reason: 'vat' },
    ...{ outcome: 'completed', recorded_at },
  },
  guidance_undo: { guidance_id: 'x', by_person: 'vera', recorded_at },
  signing_certificate: { sha256: 'x', chain: 'c', recorded_at },
  snapshot: {
    ...{ id: 'x', code: 'c', as_of: at, known_at: at, scope: '{}', policy_version: '1', rules: '{}', rules_hash: 'x' },
    ...{ rows: '[]', sha256: 'x', taken_at: at, recorded_at },
  },
  report_document: { snapshot_id: 'x', language: 'da', sha256: 'x', recorded_at },
  audit: { seq: 1, at, action: 'a', subject: 's', detail: '', previous: '', hash: 'x' },
  invitation: {
    ...{ id: 'x', service_id: 'service', wave_id: 'x', way: 'mail', answer_by: at, message: '' },
    ...{ secret_hash: 'x', recorded_at },
  },
  invitation_letter: { invitation_id: 'x', person_id: 'vera', kind: 'reminder', on_day: at, recorded_at },
  invitation_answer: { id: 'x', invitation_id: 'x', seq: 1, answer: 'yes', reason: '', way: 'link', recorded_at },
  sign_off_round: { id: 'x', wave_id: 'x', seq: 1, snapshot_id: 'x', persons: 2, recorded_at },
  sign_off_service: { round_id: 'x', service_id: 'service', outcome: 'opens', why: '', recorded_at },
  sign_off: { id: 'x', round_id: 'x', place: 1, by_person: 'vera', recorded_at },
  sign_off_end: { round_id: 'x', kind: 'refused', why: '', recorded_at },
};

onBothDatabases('a fact', (engine, fresh) => {
  let opened: OpenedDatabase;
  const insert = (table: string, row: object) => opened.db.insertInto(table as 'audit').values(row as never);
  const rowsOf = (table: string) =>
    opened.db
      .selectFrom(table as 'audit')
      .selectAll()
      .execute();

  beforeAll(async () => {
    opened = await fresh();
    for (const [table, row] of [...around, ...Object.entries(facts)]) {
      // The first version of a municipality is kept by its trigger.
      await insert(table, row)
        .onConflict((on) => on.doNothing())
        .execute();
    }
  });
  afterAll(() => opened.close());

  test('is tested here for every append-only table', async () => {
    const { rows } = await (engine === 'sqlite'
      ? sql<{
          name: string;
        }>`select distinct tbl_name as name from sqlite_master where type = 'trigger' and name not like '%\\_kept\\_%' escape '\\' and name not like '%\\_touch\\_%' escape '\\'`
      : sql<{
          name: string;
        }>`select distinct relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal and tgname not like '%\\_kept' and tgname not like '%\\_touch\\_%'`
    ).execute(opened.db);
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(facts).sort());
  });

  describe.each(Object.keys(facts))('of %s', (table) => {
    const first = Object.keys(facts[table]!)[0]!;
    const statements: [string, () => Promise<unknown>][] = [
      ['changed', () => sql.raw(`update "${table}" set "${first}" = "${first}"`).execute(opened.db)],
      ['taken away', () => sql.raw(`delete from "${table}"`).execute(opened.db)],
      [
        'changed by adding it again',
        () =>
          insert(table, facts[table]!)
            .onConflict((on) =>
              on.columns(keyOf(table) as never).doUpdateSet({ [first]: facts[table]![first] } as never),
            )
            .execute(),
      ],
      engine === 'sqlite'
        ? [
            'replaced',
            () =>
              opened.db
                .replaceInto(table as 'audit')
                .values(facts[table] as never)
                .execute(),
          ]
        : ['emptied', () => sql.raw(`truncate "${table}" cascade`).execute(opened.db)],
    ];
    test.each(statements)('is not %s', async (_, statement) => {
      const before = await rowsOf(table);
      expect(before).toHaveLength(1);
      await expect(statement()).rejects.toThrow(/append-only: \w+|foreign key/);
      expect(await rowsOf(table)).toEqual(before);
    });
  });

  test('is refused together with everything else in its transaction', async () => {
    const failing = opened.db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'half', value: 'done', recorded_at }).execute();
      await trx.deleteFrom('audit').execute();
    });
    await expect(failing).rejects.toThrow('append-only: audit');
    expect(await rowsOf('setting')).toEqual([]);
  });
});

/** The columns that identify a row. */
function keyOf(table: string): string[] {
  const keys: Record<string, string[]> = {
    learning_event: ['enrolment_id', 'seq'],
    attempt_item: ['attempt_id', 'slot'],
    counted_attendance: ['attendance_id'],
    guidance_undo: ['guidance_id'],
    override_withdrawal: ['override_id'],
    evidence_decision: ['evidence_id'],
    item_score: ['attempt_id', 'slot'],
    response: ['client_op_id'],
    double_grading: ['submission_id', 'part'],
    document: ['sha256'],
    signing_certificate: ['sha256'],
    network_recipient: ['message_id', 'person_id'],
    certificate_badge: ['number', 'language', 'form'],
    affiliation_history: ['id', 'seq'],
    affiliation_correction: ['affiliation_id', 'seq'],
    enrolment_history: ['id', 'seq'],
    certificate_history: ['number', 'seq'],
    person_join_row: ['join_id', 'thing', 'row_key'],
    person_join_undone: ['join_id'],
    role_grant_history: ['id', 'seq'],
    library_history: ['number', 'seq'],
    municipality_history: ['code', 'seq'],
    service_municipality_history: ['municipality_code', 'seq'],
    invitation_letter: ['invitation_id', 'person_id', 'kind', 'on_day'],
    sign_off_service: ['round_id', 'service_id'],
    sign_off_end: ['round_id'],
    target_group: ['municipality_code', 'period', 'seq'],
    report_document: ['snapshot_id', 'language'],
    audit: ['seq'],
  };
  return keys[table] ?? ['id'];
}
