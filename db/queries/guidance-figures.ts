import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { knownRows } from './known-rows.ts';

/** What notes of guidance are counted by. */
const columns = {
  topic: sql<string>`guidance_log.reason`,
  outcome: sql<string>`guidance_log.outcome`,
  blocked: sql<string>`coalesce(guidance_log.blocked, '')`,
  channel: sql<string>`coalesce(guidance_log.channel, '')`,
  distance: sql<string>`coalesce(guidance_log.distance, '')`,
  municipality: sql<string>`library.municipality_code`,
} as const;
type Column = keyof typeof columns;

type Asked = {
  from: string;
  until: string;
  /** Only notes of these library services. */
  services: readonly string[] | 'all';
  /** Only what was recorded by this instant; without it what is known now. */
  known?: string | undefined;
};

/** How many sessions there were on the days from one to another, both included; what a note does not say is ''. */
export async function countGuidance<By extends Column>(
  db: Db,
  { from, until, services, known }: Asked,
  by: readonly By[],
): Promise<(Record<By, string> & { count: number })[]> {
  if (services.length === 0) return [];
  const ours =
    services === 'all' ? sql`1 = 1` : sql`library.service_id in (${sql.join(services.map((id) => sql`${id}`))})`;
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  const groups = sql.join(by.map((column) => columns[column]));
  const named = sql.join(by.map((column) => sql`${columns[column]} as ${sql.ref(column)}`));
  const { rows } = await sql<Record<By, string> & { count: number }>`
    select ${named}, count(*) as count
    from guidance_log join ${knownRows('library', known)} on library.number = guidance_log.library_number
    where guidance_log.on_day >= ${from} and guidance_log.on_day <= ${until} and ${ours} and ${recorded('guidance_log')}
      and not exists (select 1 from guidance_undo where guidance_undo.guidance_id = guidance_log.id and ${recorded('guidance_undo')})
    group by ${groups}`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
