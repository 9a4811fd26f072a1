import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';

/** The parts of the country in the order in which they are shown. */
export const parts = [
  'ready',
  'papers-no',
  'papers-unknown',
  'people-under-way',
  'people-not-begun',
  'people-unknown',
] as const;
export type Part = (typeof parts)[number];

/**
 * The one part of the country in which a municipality is counted. Who lacks people is counted there, whatever its papers
 * say, and where nobody knows the people is never counted as lacking them.
 */
export function partOf({
  people,
  papers,
  verdict,
  mapClass,
}: Pick<ServiceReadiness, 'people' | 'papers' | 'verdict' | 'mapClass'>): Part {
  if (people === 'ukendt') return 'people-unknown';
  if (people === 'ikke-opfyldt') return mapClass === 'ikke-i-gang' ? 'people-not-begun' : 'people-under-way';
  if (verdict === 'klar') return 'ready';
  return papers === 'ikke-opfyldt' ? 'papers-no' : 'papers-unknown';
}
