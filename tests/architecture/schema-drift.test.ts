import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { freshDatabase } from '../databases.ts';

type Columns = Record<string, { nullable: boolean; kind: 'text' | 'integer' | 'real' | 'blob' }>;

/** The tables as `db/schema.ts` says they are. */
function written(): Record<string, Columns> {
  const source = ts.createSourceFile('schema.ts', readFileSync('db/schema.ts', 'utf8'), ts.ScriptTarget.ES2022, true);
  const interfaces = new Map(source.statements.filter(ts.isInterfaceDeclaration).map((each) => [each.name.text, each]));
  const tables: Record<string, Columns> = {};
  for (const member of interfaces.get('Schema')!.members) {
    if (!ts.isPropertySignature(member)) continue;
    const columns: Columns = {};
    for (const column of interfaces.get(member.type!.getText())!.members) {
      if (!ts.isPropertySignature(column)) continue;
      const type = column.type!.getText();
      const kind = type.includes('Uint8Array')
        ? 'blob'
        : /\bnumber\b|^(Generated<)?[01]/.test(type)
          ? 'integer'
          : 'text';
      columns[column.name.getText()] = { nullable: /\bnull\b/.test(type), kind };
    }
    tables[member.name.getText()] = columns;
  }
  return tables;
}

const kinds: Record<string, Columns[string]['kind']> = {
  text: 'text',
  integer: 'integer',
  real: 'integer',
  blob: 'blob',
  bytea: 'blob',
  'double precision': 'integer',
};

async function inSqlite(): Promise<Record<string, Columns>> {
  const { db, close } = await freshDatabase('sqlite');
  const { rows } = await sql<{ tbl: string; name: string; type: string; notnull: number; strict: number }>`
    select m.name as tbl, c.name, lower(c.type) as type, c."notnull", l.strict from sqlite_master m
    join pragma_table_info(m.name) c join pragma_table_list(m.name) l
    where m.type = 'table' and m.name not like 'kysely_%' and m.name not like 'sqlite_%'`.execute(db);
  await close();
  expect(rows.filter(({ strict }) => strict !== 1)).toEqual([]);
  return grouped(
    rows.map(({ tbl, name, type, notnull }) => ({ table: tbl, name, nullable: notnull === 0, kind: kinds[type]! })),
  );
}

async function inPostgres(): Promise<Record<string, Columns>> {
  const { db, close } = await freshDatabase('postgres');
  const { rows } = await sql<{ table_name: string; column_name: string; is_nullable: string; data_type: string }>`
    select table_name, column_name, is_nullable, data_type from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'`.execute(db);
  await close();
  return grouped(
    rows.map((row) => ({
      table: row.table_name,
      name: row.column_name,
      nullable: row.is_nullable === 'YES',
      kind: kinds[row.data_type]!,
    })),
  );
}

function grouped(
  rows: { table: string; name: string; nullable: boolean; kind: Columns[string]['kind'] }[],
): Record<string, Columns> {
  const tables: Record<string, Columns> = {};
  for (const { table, name, nullable, kind } of rows) tables[table] = { ...tables[table], [name]: { nullable, kind } };
  return tables;
}

test('both databases and db/schema.ts agree on every table and column', async () => {
  const expected = written();
  expect(await inSqlite()).toEqual(expected);
  expect(await inPostgres()).toEqual(expected);
});
