import type { Db } from '#db/schema.ts';

/** The last entry of the chain. */
export async function findLastAudit(db: Db) {
  return db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

export async function findAuditHash(db: Db, seq: number): Promise<string | undefined> {
  return (await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash;
}

export async function appendAudit(
  db: Db,
  row: {
    seq: number;
    at: string;
    actor: string | null;
    action: string;
    subject: string;
    detail: string;
    previous: string;
    hash: string;
  },
): Promise<void> {
  await db.insertInto('audit').values(row).execute();
}

export async function listAudit(db: Db) {
  return db.selectFrom('audit').selectAll().orderBy('seq').execute();
}
