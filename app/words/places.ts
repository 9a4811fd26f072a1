import danishPlaces from './da/places.json';
import englishPlaces from './en/places.json';
import { addWords } from './make-words.ts';

export const placesWords = { da: { places: danishPlaces }, en: { places: englishPlaces } };

/** The words of the pages about libraries and services come with those pages; nobody else fetches them. */
addWords(placesWords);
