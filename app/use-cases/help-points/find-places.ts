import { containsWords, searchKeyOf } from '#db/text-keys.ts';
import type { HelpPlace } from './help-places.server.ts';

/**
 * The places somebody may mean by a town or municipality, whatever the accents, the case and the order of the words. Who
 * writes the whole name of one means that one.
 */
export function findPlaces<Place extends Pick<HelpPlace, 'name' | 'libraries'>>(
  places: readonly Place[],
  asked: string,
): Place[] {
  const wanted = searchKeyOf(asked);
  if (wanted === '') return [];
  const exact = places.filter(({ name }) => searchKeyOf(name) === wanted);
  if (exact.length > 0) return exact;
  return places.filter(({ name, libraries }) => [name, ...libraries].some((text) => containsWords(text, asked)));
}
