import { sql } from 'kysely';
import type { Db, Schema } from './schema.ts';

/** Tables whose rows are added and never changed in what the question asks about, nor taken away. */
type Growing = Extract<keyof Schema, 'certificate_history' | 'certificate_event' | 'affiliation_history'>;

const most = 50;

/**
 * A question about tables that only grow: as long as they have as many rows as when it was asked last, the answer is the
 * same, so it is kept in memory. Counting the rows is quick, and a row counts as soon as its transaction is seen.
 */
export function rememberedUntilGrown<Asked, Answer>(
  tables: readonly Growing[],
  answer: (db: Db, asked: Asked) => Promise<Answer>,
): (db: Db, asked: Asked) => Promise<Answer> {
  const known = new WeakMap<Db, Map<string, { size: string; answer: Answer }>>();
  const sizes = sql.join(
    tables.map((table) => sql`cast((select count(*) from ${sql.table(table)}) as text)`),
    sql` || ' ' || `,
  );
  return async (db, asked) => {
    const answers = known.get(db) ?? new Map<string, { size: string; answer: Answer }>();
    known.set(db, answers);
    const { rows } = await sql<{ size: string }>`select ${sizes} as size`.execute(db);
    const { size } = rows[0]!;
    const key = JSON.stringify(asked);
    const before = answers.get(key);
    if (before?.size === size) return before.answer;
    const now = await answer(db, asked);
    if (answers.size >= most) answers.clear();
    answers.set(key, { size, answer: now });
    return now;
  };
}
