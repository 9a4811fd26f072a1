/** What a page of the agency carries in its address from page to page: the day it shows, its filters and its order. */
export type Carried = Readonly<Record<string, string | undefined>>;

/**
 * A link that carries the day and the filters. This is the only place that writes them into an address, so a new filter
 * is not lost on the way. The path '' is this page; an empty value is left out.
 */
export function agencyLink(path: string, carried: Carried, part = ''): string {
  const search = new URLSearchParams(fieldsOf(carried)).toString();
  return `${path}${search !== '' || path === '' ? `?${search}` : ''}${part && `#${part}`}`;
}

/**
 * The two days of an address that every page of the agency carries on: the day that is asked about, and the day as of
 * which it was known. What is no day is not carried on.
 */
export function daysIn(search: URLSearchParams): Carried {
  const day = (name: string) => search.get(name)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0];
  return { asOf: day('asOf'), knownOn: day('knownOn') };
}

/** What this address carries. */
export const carriedIn = (search: URLSearchParams): Carried => Object.fromEntries(search);

/** The same as names and values, for the hidden fields of a form. */
export const fieldsOf = (carried: Carried): [string, string][] =>
  Object.entries(carried).filter((field): field is [string, string] => field[1] !== undefined && field[1] !== '');
