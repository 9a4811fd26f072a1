import type { SeenPlace } from './list-places.server.ts';

export const shareKeys = ['ready', 'people', 'papers', 'live'] as const;
export type Shares = { of: number } & Record<(typeof shareKeys)[number], number>;

/** How many of some municipalities are ready, have their people, have their papers and are live. */
export const sharesOf = (places: readonly Pick<SeenPlace, 'verdict' | 'people' | 'papers' | 'stage'>[]): Shares => ({
  of: places.length,
  ready: places.filter(({ verdict }) => verdict === 'klar').length,
  people: places.filter(({ people }) => people === 'opfyldt').length,
  papers: places.filter(({ papers }) => papers === 'opfyldt').length,
  live: places.filter(({ stage }) => stage === 'i-drift').length,
});
