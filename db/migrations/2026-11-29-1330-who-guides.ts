import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * The day from which somebody guides citizens at a library: when first certified, or an earlier day that the library or
 * the agency sets. Who is certified already guides since then, but not before they worked there.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('alter table affiliation add column guides_from text');
  await run(`update affiliation set guides_from = (
      select case when min(certificate.valid_from) > affiliation.valid_from
        then min(certificate.valid_from) else affiliation.valid_from end
      from certificate where certificate.person_id = affiliation.person_id)
    where exists (select 1 from certificate where certificate.person_id = affiliation.person_id
      and (affiliation.valid_until is null or certificate.valid_from < affiliation.valid_until))`);
}
