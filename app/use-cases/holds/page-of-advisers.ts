import { pageOf } from '#app/use-cases/page-of.ts';
import { containsWords } from '#db/text-keys.ts';
import type { Adviser } from './advisers-of.server.ts';

const perPage = 50;

/** A page of the advisers with a seat, those who are stuck for longest first; only those with the words in their name. */
export function pageOfAdvisers(advisers: readonly Adviser[], asked: { find: string; page: number }) {
  const inside = advisers.filter(({ seat }) => seat === 'given');
  const stuck = inside.filter(({ attention }) => attention).sort((a, b) => b.attention!.days - a.attention!.days);
  const found = [...stuck, ...inside.filter(({ attention }) => !attention)].filter(({ name }) =>
    containsWords(name, asked.find),
  );
  const { page, of, limit, offset } = pageOf(asked.page, found.length, perPage);
  return { inside, stuck, rows: found.slice(offset, offset + limit), found: found.length, page, of };
}
