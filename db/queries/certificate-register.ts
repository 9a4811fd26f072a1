import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Row, Schema } from '#db/schema.ts';
import { isLedBy } from './led-by.ts';
import { mayContain } from './may-contain.ts';

type Wanted = {
  /** Only certificates of people on holds of this leader. */
  ledBy: string | undefined;
  find: string;
  course: string;
  edition: string;
  /** Instants; `to` is not included. */
  issued: { from: string | undefined; to: string | undefined };
  /** The first days without a valid certificate; `to` is not included. */
  until: { from: string | undefined; to: string | undefined };
};

const shown = [
  'number',
  'name_at_issue',
  'library_at_issue',
  'course',
  'edition',
  'valid_from',
  'valid_until',
  'issued_at',
] as const;
export type RegisterRow = Pick<Row<'certificate'>, (typeof shown)[number]> & {
  events: Pick<Row<'certificate_event'>, 'number' | 'type' | 'at'>[];
};

/**
 * All certificates that match the filters and whose number, name or library may contain the text, with what has happened
 * to each since it was issued. It takes two statements, however many there are.
 */
export async function listRegister(db: Db, wanted: Wanted): Promise<RegisterRow[]> {
  const found = await narrowed(db.selectFrom('certificate'), wanted).select(shown).execute();
  const events = await db
    .selectFrom('certificate_event')
    .select(['number', 'type', 'at'])
    .where('type', '!=', 'issued')
    .where('number', 'in', narrowed(db.selectFrom('certificate'), wanted).select('number'))
    .execute();
  const eventsOf = new Map<string, typeof events>();
  for (const event of events) {
    const before = eventsOf.get(event.number);
    if (before) before.push(event);
    else eventsOf.set(event.number, [event]);
  }
  return found.map((row) => ({ ...row, events: eventsOf.get(row.number) ?? [] }));
}

function narrowed(
  query: SelectQueryBuilder<Schema, 'certificate', object>,
  { ledBy, find, course, edition, issued, until }: Wanted,
) {
  const said = sql`number || ' ' || name_at_issue || ' ' || library_at_issue`;
  return query
    .$if(ledBy !== undefined, (on) => on.where(isLedBy('certificate.person_id', ledBy!)))
    .$if(find !== '', (on) => on.where(mayContain(said, find)))
    .$if(course !== '', (on) => on.where('course', '=', course))
    .$if(edition !== '', (on) => on.where('edition', '=', edition))
    .$if(issued.from !== undefined, (on) => on.where('issued_at', '>=', issued.from!))
    .$if(issued.to !== undefined, (on) => on.where('issued_at', '<', issued.to!))
    .$if(until.from !== undefined, (on) => on.where('valid_until', '>=', until.from!))
    .$if(until.to !== undefined, (on) => on.where('valid_until', '<', until.to!));
}
