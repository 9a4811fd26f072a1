import type { SeenPlace } from './list-places.server.ts';

export const placeStatuses = ['ready', 'papers', 'undetermined', 'people', 'people-unknown'] as const;
export type PlaceStatus = (typeof placeStatuses)[number];

/** The status of a municipality in one word: who lacks people lacks them first, whatever the papers say. */
export function statusOf({ people, papers, verdict }: Pick<SeenPlace, 'people' | 'papers' | 'verdict'>): PlaceStatus {
  if (people === 'ukendt') return 'people-unknown';
  if (people === 'ikke-opfyldt') return 'people';
  if (verdict === 'klar') return 'ready';
  return papers === 'ikke-opfyldt' ? 'papers' : 'undetermined';
}
