import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from './table-kit.ts';

const references = [
  ['submission_file', 'sha256'],
  ['certificate_document', 'sha256'],
  ['certificate_badge', 'sha256'],
  ['attendance_proof', 'file_da'],
  ['attendance_proof', 'file_en'],
] as const;

/**
 * A file may be taken away when nothing refers to it any more, which the keys see to; it is still never changed. The
 * indexes find what refers to a file.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  if (engine === 'sqlite') {
    await run('drop trigger document_no_delete');
    // REPLACE deletes and adds in one statement, which the keys alone would let pass.
    const used = references.map(([table, column]) => `exists (select 1 from ${table} where ${column} = old.sha256)`);
    await run(
      `create trigger document_no_delete before delete on document when ${used.join(' or ')} begin select raise(abort, 'append-only: document'); end`,
    );
  } else {
    await run('drop trigger document_append_only on document');
    await run(
      'create trigger document_append_only before update or truncate on document for each statement execute function document_refuse()',
    );
  }
  for (const [table, column] of references)
    if (table !== 'certificate_badge') await run(`create index ${table}_${column} on ${table} (${column})`);
}
