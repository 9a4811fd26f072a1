import danishViews from './da/views.json';
import englishViews from './en/views.json';
import { addWords } from './make-words.ts';

export const viewWords = { da: { views: danishViews }, en: { views: englishViews } };

/** The words of the map, the table and the figures of the agency come with those pages. */
addWords(viewWords);
