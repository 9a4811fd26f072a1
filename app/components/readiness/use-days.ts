import { useSearchParams } from '@remix-run/react';
import { type Carried, daysIn } from '#app/platform/agency-link.ts';

/** The two days of this page for a link to another page of the agency. */
export function useDays(): Carried {
  const [search] = useSearchParams();
  return daysIn(search);
}
