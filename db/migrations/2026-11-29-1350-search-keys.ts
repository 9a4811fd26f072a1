import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { emailAddressOf } from '../email-address.ts';
import { searchKeyOf, sortKeyOf } from '../text-keys.ts';
import type { Engine } from './table-kit.ts';

type Found = { id: string; searched: string; sorted: string };

/**
 * What people, holds and certificates are found and sorted by stands in columns, so that a page of them can be asked
 * for. Addresses get their one spelling; where another person has it already, the address stays as it is.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await spellAddresses(db);
  const name = `(select trim(given_name || ' ' || family_name) from person_name
    where person_id = person.id order by valid_from desc, recorded_at desc limit 1)`;
  await addKeys('person', 'id', `coalesce(${name}, '') || ' ' || coalesce(email, '')`, `coalesce(${name}, '')`);
  await addKeys('hold', 'id', 'name', 'name');
  await addKeys('certificate', 'number', `number || ' ' || name_at_issue || ' ' || library_at_issue`, 'name_at_issue');

  async function addKeys(table: string, id: string, searched: string, sorted: string): Promise<void> {
    // PostgreSQL would otherwise sort by the language of the database.
    const byBytes = engine === 'postgres' ? ' collate "C"' : '';
    await sql.raw(`alter table ${table} add column search_key text not null default ''`).execute(db);
    await sql.raw(`alter table ${table} add column sort_key text${byBytes} not null default ''`).execute(db);
    await sql.raw(`create index ${table}_sorted on ${table} (sort_key, ${id})`).execute(db);
    const all = sql.raw<Found>(`select ${id} as id, ${searched} as searched, ${sorted} as sorted from ${table}`);
    for (const row of (await all.execute(db)).rows)
      await db
        .updateTable(table)
        .set({ search_key: searchKeyOf(row.searched), sort_key: sortKeyOf(row.sorted) })
        .where(id, '=', row.id)
        .execute();
  }
}

async function spellAddresses(db: Kysely<any>): Promise<void> {
  const people = await db.selectFrom('person').select(['id', 'email']).where('email', 'is not', null).execute();
  const taken = new Set(people.map(({ email }) => email));
  for (const { id, email } of people) {
    const address = emailAddressOf(email);
    if (address === undefined || address === email || taken.has(address)) continue;
    taken.add(address);
    await db.updateTable('person').set({ email: address }).where('id', '=', id).execute();
  }
}
