import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** The badges of certificates, in the forms they are given out in, and every public key that ever proved one. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'certificate_badge',
    `number text not null references certificate (number), language text not null check (language in ('da', 'en')), form text not null check (form in ('json', 'jwt')), sha256 text not null references document (sha256), recorded_at text not null, primary key (number, language, form)`,
  );
  await appendOnly(db, engine, 'certificate_badge');
  await sql.raw('create index certificate_badge_sha256 on certificate_badge (sha256)').execute(db);
  await createTable(
    db,
    engine,
    'credential_key',
    `id text primary key not null, controller text not null, jwk text not null, recorded_at text not null, retired_at text, compromised_at text`,
  );
}
