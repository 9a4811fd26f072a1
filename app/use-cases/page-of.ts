/** Which page of a list is shown, for a query and for links to the others: the one asked for, or the last if there are fewer. */
export function pageOf(asked: number, count: number, perPage: number) {
  const of = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(of, Math.max(1, asked));
  return { page, of, limit: perPage, offset: (page - 1) * perPage };
}
