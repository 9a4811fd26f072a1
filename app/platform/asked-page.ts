/** The page of a list that an address asks for; the first if it does not say. */
export const askedPage = (search: URLSearchParams): number => Number.parseInt(search.get('page') ?? '', 10) || 1;
