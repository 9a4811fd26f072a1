import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countLookups, listLookups as listRows } from '#db/queries/person-lookup.ts';
import { keptSince } from './kept-since.ts';
import type { LookupPage } from './lookup-page.ts';
import { noteLookup } from './note-lookup.server.ts';

export type Lookup = {
  id: string;
  at: string;
  by: { id: string; name: string };
  role: 'agency' | 'administrator';
  page: LookupPage;
  /** The person; null if people were searched for with words. */
  whom: { id: string; name: string } | null;
  words: string;
};
export type Lookups = { entries: Lookup[]; count: number; page: number; of: number };

const onPage = 50;

/**
 * One page of the look-ups of the last year, newest first, for administrators: by whom and of whom, by name or address.
 * Whoever asks about a person is noted too.
 */
export async function listLookups(
  world: World,
  viewer: Viewer,
  { whom, by, page: asked }: { whom: string; by: string; page: number },
): Promise<Lookups | undefined> {
  if (!may(viewer, 'see-lookups')) return undefined;
  if (whom !== '') noteLookup(world, viewer, { page: 'lookups', words: whom });
  const wanted = { since: keptSince(world.now()), whom, by };
  const count = await countLookups(world.db, wanted);
  const of = Math.max(1, Math.ceil(count / onPage));
  const page = Math.min(of, Math.max(1, asked || 1));
  const rows = await listRows(world.db, wanted, { limit: onPage, offset: (page - 1) * onPage });
  const entries = rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: { id: row.by_person, name: row.by },
    role: row.role,
    page: row.page,
    whom: row.person_id === null ? null : { id: row.person_id, name: row.whom },
    words: row.words,
  }));
  return { entries, count, page, of };
}
