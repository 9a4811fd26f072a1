import { lacksOf } from './lacks-of.ts';
import type { SeenPlace } from './list-places.server.ts';

/** Exactly one gate is not met, and no gate is unknown. */
export const isClose = (place: Pick<SeenPlace, 'gates'>) =>
  lacksOf(place).length === 1 && lacksOf(place)[0]!.value === 'ikke-opfyldt';
