import type { SeenPlace } from './list-places.server.ts';

/** The gates of a municipality that are not met or unknown. */
export const lacksOf = ({ gates }: Pick<SeenPlace, 'gates'>) =>
  gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt');
