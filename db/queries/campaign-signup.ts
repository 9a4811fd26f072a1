import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { recordedBy } from './recorded-by.ts';

export async function appendCampaignSignup(db: Db, row: NewRow<'campaign_signup'>): Promise<void> {
  await db.insertInto('campaign_signup').values(row).execute();
}

/** What a service last said about a week: the number of that row, and whether it takes part. */
export async function findCampaignSignup(
  db: Db,
  week: string,
  serviceId: string,
): Promise<{ seq: number; takes_part: 0 | 1 } | undefined> {
  return db
    .selectFrom('campaign_signup')
    .select(['seq', 'takes_part'])
    .where('week', '=', week)
    .where('service_id', '=', serviceId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Which services take part in which weeks, now or by what they had said at an instant. */
export async function listCampaignSignups(
  db: Db,
  weeks: readonly string[],
  until?: string,
): Promise<{ week: string; serviceId: string; service: string }[]> {
  if (weeks.length === 0) return [];
  return db
    .selectFrom('campaign_signup')
    .innerJoin('library_service', 'library_service.id', 'campaign_signup.service_id')
    .select(['week', 'service_id as serviceId', 'library_service.name as service'])
    .where('week', 'in', weeks)
    .where('takes_part', '=', 1)
    .where(recordedBy('campaign_signup', until))
    .where(
      sql<boolean>`not exists (select 1 from campaign_signup as later where later.week = campaign_signup.week
        and later.service_id = campaign_signup.service_id and later.seq > campaign_signup.seq and ${recordedBy('later', until)})`,
    )
    .orderBy('library_service.name')
    .execute();
}
