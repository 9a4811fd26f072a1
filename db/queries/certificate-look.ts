import type { Db, Row } from '#db/schema.ts';

/** Adds to the stored counts. */
export async function addLooks(db: Db, rows: readonly Row<'certificate_look'>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('certificate_look')
    .values([...rows])
    .onConflict((on) =>
      on.columns(['number', 'day']).doUpdateSet((each) => ({
        looks: each('certificate_look.looks', '+', each.ref('excluded.looks')),
      })),
    )
    .execute();
}

/** How often a person's certificates were looked at, in total and since a day. */
export async function countLooks(
  db: Db,
  personId: string,
  recentFrom: string,
): Promise<Map<string, { all: number; recent: number }>> {
  const rows = await db
    .selectFrom('certificate_look')
    .innerJoin('certificate', 'certificate.number', 'certificate_look.number')
    .where('certificate.person_id', '=', personId)
    .select(['certificate_look.number', 'day', 'looks'])
    .execute();
  const counted = new Map<string, { all: number; recent: number }>();
  for (const { number, day, looks } of rows) {
    const { all, recent } = counted.get(number) ?? { all: 0, recent: 0 };
    counted.set(number, { all: all + looks, recent: recent + (day >= recentFrom ? looks : 0) });
  }
  return counted;
}
