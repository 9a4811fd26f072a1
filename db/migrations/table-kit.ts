import type { Kysely } from 'kysely';
import { sql } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

const words: Record<Engine, Record<string, string>> = {
  sqlite: { '{{blob}}': 'blob', '{{real}}': 'real' },
  postgres: { '{{blob}}': 'bytea', '{{real}}': 'double precision' },
};

/** One text of columns for both engines; on SQLite the table is STRICT, so a wrong type is refused there as well. */
export async function createTable(db: Kysely<any>, engine: Engine, name: string, columns: string): Promise<void> {
  const typed = Object.entries(words[engine]).reduce((text, [word, type]) => text.replaceAll(word, type), columns);
  const strict = engine === 'sqlite' ? ' strict' : '';
  // "exception" and "grant" are words of SQL, so every name is quoted.
  await sql.raw(`create table "${name}" (${typed})${strict}`).execute(db);
}

/** Facts are added, never changed or taken away: the database itself refuses it. */
export async function appendOnly(db: Kysely<any>, engine: Engine, name: string): Promise<void> {
  const refusal = `append-only: ${name}`;
  if (engine === 'sqlite') {
    for (const statement of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger "${name}_no_${statement}" before ${statement} on "${name}" begin select raise(abort, '${refusal}'); end`,
        )
        .execute(db);
    }
    return;
  }
  const refuse = `"${name}_refuse"`;
  await sql
    .raw(
      `create function ${refuse}() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger "${name}_append_only" before update or delete or truncate on "${name}" for each statement execute function ${refuse}()`,
    )
    .execute(db);
}
