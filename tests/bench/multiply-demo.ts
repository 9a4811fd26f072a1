import { type Kysely, sql } from 'kysely';
import type { Schema } from '#db/schema.ts';

type Column = { name: string; type: string; notnull: number; pk: number };
type Key = { table: string; from: string; to: string };

/**
 * Tables that stay as they are: the country, its papers and its rollout do not grow with the people, and a proof has its own
 * file.
 */
const kept = new Set([
  'evidence',
  'evidence_decision',
  'evidence_request',
  'readiness_override',
  'override_withdrawal',
  'wave',
  'wave_member',
  'invitation',
  'invitation_letter',
  'invitation_answer',
  'sign_off_round',
  'sign_off_service',
  'sign_off',
  'sign_off_end',
  'rollout_date',
  'snapshot',
  'report_document',
  'help_point',
  'help_consent',
  'campaign_signup',
  'library_change',
  'serving_change',
  'rollout_event',
  'attendance_proof',
  'outreach',
  'meeting',
  'auth_session',
  'setting',
  'outbox',
]);

/**
 * Makes `times` copies of everybody in a SQLite demo with all that belongs to them: holds, enrolments, events, answers,
 * work and certificates. It reads the tables and their keys from the database, so that a new table is multiplied too. Every
 * key of a copy is the original's with the number of the copy after it.
 */
export async function multiplyDemo(db: Kysely<Schema>, times: number): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const columns = new Map<string, Column[]>();
  const keys = new Map<string, Key[]>();
  const uniques = new Map<string, Set<string>>();
  for (const { name } of tables) {
    columns.set(name, (await sql<Column>`select * from pragma_table_info(${name})`.execute(db)).rows);
    keys.set(name, (await sql<Key>`select * from pragma_foreign_key_list(${name})`.execute(db)).rows);
    uniques.set(name, await loneUniques(db, name, new Set(keys.get(name)!.map(({ from }) => from))));
  }
  const grows = growing(keys);
  const suffixed = suffixedColumns(grows, columns, keys, uniques);
  await sql`pragma foreign_keys = off`.execute(db);
  await db.transaction().execute(async (trx) => {
    for (const table of grows) {
      const own = suffixed.get(table)!;
      const values = columns.get(table)!.map(({ name, type }) => {
        if (!own.has(name)) return `"${name}"`;
        // A number that must be unique goes far enough away from the others.
        return type.toLowerCase() === 'integer' ? `"${name}" + copy.n * 100000` : `"${name}" || '-' || copy.n`;
      });
      const names = columns.get(table)!.map(({ name }) => `"${name}"`);
      await sql
        .raw(
          `with recursive copy (n) as (select 1 union all select n + 1 from copy where n < ${times})
           insert into "${table}" (${names.join(', ')}) select ${values.join(', ')} from "${table}", copy`,
        )
        .execute(trx);
    }
  });
  await sql`analyze`.execute(db);
}

/** People, holds, and every table that refers to a growing one. */
function growing(keys: ReadonlyMap<string, Key[]>): string[] {
  const found = new Set(['person', 'hold']);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [table, its] of keys) if (!kept.has(table) && its.some((key) => found.has(key.table))) found.add(table);
  }
  return [...found];
}

/** Keys of their own and references to a key that has a suffix. */
function suffixedColumns(
  grows: readonly string[],
  columns: ReadonlyMap<string, Column[]>,
  keys: ReadonlyMap<string, Key[]>,
  uniques: ReadonlyMap<string, Set<string>>,
): Map<string, Set<string>> {
  const suffixed = new Map(
    grows.map((table) => {
      const own = columns.get(table)!.filter(({ pk }) => pk > 0);
      const references = new Set(keys.get(table)!.map(({ from }) => from));
      const lone = own.length === 1 && !references.has(own[0]!.name) ? [own[0]!.name] : [];
      return [table, new Set([...lone, ...uniques.get(table)!].filter((name) => !references.has(name)))];
    }),
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const table of grows)
      for (const { table: other, from, to } of keys.get(table)!) {
        const target = to ?? columns.get(other)!.find(({ pk }) => pk === 1)!.name;
        if (!suffixed.get(other)?.has(target) || suffixed.get(table)!.has(from)) continue;
        suffixed.get(table)!.add(from);
        grown = true;
      }
  }
  return suffixed;
}

/** The columns that are unique by themselves, and the first of those that are so together and refer to nothing. */
async function loneUniques(db: Kysely<Schema>, table: string, references: ReadonlySet<string>): Promise<Set<string>> {
  const { rows: indexes } = await sql<{ name: string; unique: number; partial: number }>`
    select * from pragma_index_list(${table})`.execute(db);
  const found = new Set<string>();
  for (const { name, unique } of indexes) {
    if (unique !== 1) continue;
    const { rows } = await sql<{ name: string }>`select name from pragma_index_info(${name})`.execute(db);
    if (rows.length === 1 || !rows.some(({ name }) => references.has(name))) found.add(rows[0]!.name);
  }
  return found;
}
