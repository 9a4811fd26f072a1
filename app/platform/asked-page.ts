/** The page of a list that an address asks for; the first if it does not say. A second list on a page has its own name. */
export const askedPage = (search: URLSearchParams, name = 'page'): number =>
  Number.parseInt(search.get(name) ?? '', 10) || 1;
