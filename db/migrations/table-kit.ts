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

/**
 * Keeps every version of a table's rows in `<table>_history`, numbered, with the instant it was recorded. Triggers write
 * it, so that no query can forget to; whoever changes a row sets its `recorded_at`.
 */
export async function keepHistory(
  db: Kysely<any>,
  engine: Engine,
  table: string,
  key: string,
  columns: Record<string, string>,
): Promise<void> {
  const history = `${table}_history`;
  const run = (text: string) => sql.raw(text).execute(db);
  const kept = [...Object.keys(columns), 'recorded_at'];
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await createTable(
    db,
    engine,
    history,
    `${key} text not null, seq integer not null, ${typed.join(', ')}, recorded_at text not null, primary key (${key}, seq)`,
  );
  await run(
    `insert into ${history} (${key}, seq, ${kept.join(', ')}) select ${key}, 1, ${kept.join(', ')} from ${table}`,
  );
  const added = `insert into ${history} (${key}, seq, ${kept.join(', ')})
    values (new.${key}, (select count(*) + 1 from ${history} where ${key} = new.${key}), ${kept.map((name) => `new.${name}`).join(', ')});`;
  if (engine === 'sqlite') {
    const differs = kept.map((name) => `old.${name} is not new.${name}`).join(' or ');
    await run(`create trigger ${table}_kept_insert after insert on ${table} begin ${added} end`);
    await run(`create trigger ${table}_kept_update after update on ${table} when ${differs} begin ${added} end`);
  } else {
    const differs = kept.map((name) => `old.${name} is distinct from new.${name}`).join(' or ');
    await run(`create function ${table}_keep() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' or ${differs} then ${added} end if; return null; end $$`);
    await run(
      `create trigger ${table}_kept after insert or update on ${table} for each row execute function ${table}_keep()`,
    );
  }
  await appendOnly(db, engine, history);
}
