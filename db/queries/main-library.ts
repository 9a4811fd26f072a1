import type { Db } from '#db/schema.ts';

/** The number of each service's main library that is open on a day: it ends in 00; without one the first number. */
export async function listMainLibraries(db: Db, day: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('library')
    .select(['service_id as serviceId', 'number'])
    .where('opened_on', '<=', day)
    .where((each) => each.or([each('closed_on', 'is', null), each('closed_on', '>', day)]))
    .orderBy('number')
    .execute();
  const mains = new Map<string, string>();
  for (const { serviceId, number } of rows)
    if (!mains.has(serviceId) || (number.endsWith('00') && !mains.get(serviceId)!.endsWith('00')))
      mains.set(serviceId, number);
  return mains;
}
