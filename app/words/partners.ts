import danishPartners from './da/partners.json';
import englishPartners from './en/partners.json';
import { addWords } from './make-words.ts';

export const partnerWords = { da: { partners: danishPartners }, en: { partners: englishPartners } };

/** The words of the pages about partners and outreach come with those pages; nobody else fetches them. */
addWords(partnerWords);
