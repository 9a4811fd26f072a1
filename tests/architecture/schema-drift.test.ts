import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { freshDatabase, onBothDatabases } from '../databases.ts';

type Column = { kind: 'text' | 'number' | 'blob'; nullable: boolean; hasDefault: boolean };
type Tables = Record<string, Record<string, Column>>;

/** The values that a column is limited to, by `table.column`; columns without a limit are left out. */
type Choices = Record<string, string[]>;

/** The tables as the files of `db/schema` describe them, by subject. */
function written(): { tables: Tables; choices: Choices } {
  const tables: Tables = {};
  const choices: Choices = {};
  for (const file of readdirSync('db/schema')) {
    const text = readFileSync(`db/schema/${file}`, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    const interfaces = source.statements.filter(ts.isInterfaceDeclaration);
    const named = new Map(interfaces.map((each) => [each.name.text, each]));
    const ofSubject = interfaces.find(({ name }) => name.text.endsWith('Tables'))!;
    for (const member of ofSubject.members.filter(ts.isPropertySignature)) {
      const table = member.name.getText();
      const columns = named.get(member.type!.getText())!.members.filter(ts.isPropertySignature);
      tables[table] = Object.fromEntries(columns.map((each) => [each.name.getText(), columnOf(each.type!)]));
      for (const column of columns) {
        const literals = wordsOf(unwrapped(column.type!)).filter((word) => /^('.*'|\d+)$/.test(word));
        if (literals.length > 0) choices[`${table}.${column.name.getText()}`] = literals.sort();
      }
    }
  }
  return { tables, choices };
}

const isGenerated = (type: ts.TypeNode): type is ts.TypeReferenceNode =>
  ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Generated';
const unwrapped = (type: ts.TypeNode) => (isGenerated(type) ? type.typeArguments![0]! : type);
const wordsOf = (type: ts.TypeNode) =>
  (ts.isUnionTypeNode(type) ? [...type.types] : [type]).map((each) => each.getText());

function columnOf(type: ts.TypeNode): Column {
  const words = wordsOf(unwrapped(type));
  const first = words.find((word) => word !== 'null')!;
  const kind = first === 'Uint8Array' ? 'blob' : first === 'number' || /^\d+$/.test(first) ? 'number' : 'text';
  return { kind, nullable: words.includes('null'), hasDefault: isGenerated(type) };
}

/** The exact types, so that the two engines can also be compared with each other. */
const exact: Record<string, string> = { bytea: 'blob', 'double precision': 'real' };
const kinds: Record<string, Column['kind']> = { text: 'text', integer: 'number', real: 'number', blob: 'blob' };

type Found = { table: string; name: string; type: string; nullable: number | boolean; preset: string | null };

async function foundIn(db: Db, engine: 'sqlite' | 'postgres'): Promise<Found[]> {
  const { rows } = await (engine === 'sqlite'
    ? sql<Found>`select m.name as "table", c.name, lower(c.type) as type, not c."notnull" as nullable, c.dflt_value as preset
        from sqlite_master m join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'kysely_%' and m.name not like 'sqlite_%'`
    : sql<Found>`select table_name as "table", column_name as name, data_type as type, is_nullable = 'YES' as nullable, column_default as preset
        from information_schema.columns where table_schema = 'public' and table_name not like 'kysely_%'`
  ).execute(db);
  return rows
    .map((row) => ({
      ...row,
      type: exact[row.type] ?? row.type,
      nullable: Boolean(row.nullable),
      // PostgreSQL writes the type behind a preset text.
      preset: row.preset?.replace(/::text$/, '') ?? null,
    }))
    .sort((one, other) => `${one.table}.${one.name}`.localeCompare(`${other.table}.${other.name}`));
}

function grouped(found: readonly Found[]): Tables {
  const tables: Tables = {};
  for (const { table, name, type, nullable, preset } of found) {
    const column = { kind: kinds[type]!, nullable: Boolean(nullable), hasDefault: preset !== null };
    tables[table] = { ...tables[table], [name]: column };
  }
  return tables;
}

onBothDatabases('db/schema', (engine, fresh) => {
  test('agrees with the database on every table and column', async () => {
    const { db, close } = await fresh();
    const found = await foundIn(db, engine);
    await close();
    expect(grouped(found)).toEqual(written().tables);
  });
  test.each([
    'alter table person add column more text',
    'alter table person drop column language',
    'alter table person rename column status to state',
    'drop table meeting',
    'create table more (a text)',
  ])('is reported to differ from the database after: %s', async (change) => {
    const { db, close } = await fresh();
    await sql.raw(change).execute(db);
    const found = await foundIn(db, engine);
    await close();
    expect(grouped(found)).not.toEqual(written().tables);
  });
});

test('the two databases agree on the exact type of every column', async () => {
  const [lite, post] = [await freshDatabase('sqlite'), await freshDatabase('postgres')];
  const found = [await foundIn(lite.db, 'sqlite'), await foundIn(post.db, 'postgres')];
  await Promise.all([lite.close(), post.close()]);
  expect(found[0]).toEqual(found[1]);
});

test('every SQLite table is strict', async () => {
  const { db, close } = await freshDatabase('sqlite');
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' and not strict
    and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(db);
  await close();
  expect(rows).toEqual([]);
});

test('a column that db/schema limits to some words has the same limit in the database', async () => {
  const { db, close } = await freshDatabase('sqlite');
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'table' and name not like 'kysely_%'`.execute(db);
  await close();
  const choices: Choices = {};
  for (const table of rows) {
    for (const [, column, words] of table.sql.matchAll(/check \((\w+) in \(([^)]*)\)\)/g))
      choices[`${table.name}.${column}`] = words!
        .split(',')
        .map((word) => word.trim())
        .sort();
  }
  expect(choices).toEqual(written().choices);
});
