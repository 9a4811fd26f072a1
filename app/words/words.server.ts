import type { i18n, TFunction } from 'i18next';
import { catalogueWords } from './catalogue.ts';
import danishFileCheck from './da/file-check.json';
import danishMail from './da/mail.json';
import { words as danish } from './da.ts';
import englishFileCheck from './en/file-check.json';
import englishMail from './en/mail.json';
import { words as english } from './en.ts';
import { guidanceWords } from './guidance.ts';
import { helpPointWords } from './help-points.ts';
import { informationWords } from './information.ts';
import { type Language, makeWords } from './make-words.ts';
import { mondayWords } from './monday.ts';
import { offlineWords } from './offline.ts';
import { paperWords } from './papers.ts';
import { partnerWords } from './partners.ts';
import { placesWords } from './places.ts';
import { practiceWords } from './practice.ts';
import { publicHelpWords } from './public-help.ts';
import { publicWords } from './public-pages.ts';
import { ratingWords } from './rating.ts';
import { reportPageWords } from './report.ts';
import { rolloutWords } from './rollout.ts';
import { staffWords } from './staff.ts';
import { studyWords } from './study.ts';
import { surroundingsWords } from './surroundings.ts';
import { viewWords } from './views.ts';
import { wayWords } from './way.ts';

// Mail is written here alone, and so is why a file is refused; their words never travel to the browser.
const danishHere = { mail: danishMail, 'file-check': danishFileCheck };
const englishHere = { mail: englishMail, 'file-check': englishFileCheck };
const instances: Record<Language, i18n> = {
  da: remembering(
    makeWords('da', {
      ...danish,
      ...catalogueWords.da,
      ...staffWords.da,
      ...informationWords.da,
      ...guidanceWords.da,
      ...mondayWords.da,
      ...offlineWords.da,
      ...paperWords.da,
      ...partnerWords.da,
      ...placesWords.da,
      ...practiceWords.da,
      ...ratingWords.da,
      ...reportPageWords.da,
      ...rolloutWords.da,
      ...helpPointWords.da,
      ...publicHelpWords.da,
      ...publicWords.da,
      ...studyWords.da,
      ...surroundingsWords.da,
      ...viewWords.da,
      ...wayWords.da,
      ...danishHere,
    }),
  ),
  en: remembering(
    makeWords('en', {
      ...english,
      ...catalogueWords.en,
      ...staffWords.en,
      ...informationWords.en,
      ...guidanceWords.en,
      ...mondayWords.en,
      ...offlineWords.en,
      ...paperWords.en,
      ...partnerWords.en,
      ...placesWords.en,
      ...practiceWords.en,
      ...ratingWords.en,
      ...reportPageWords.en,
      ...rolloutWords.en,
      ...helpPointWords.en,
      ...publicHelpWords.en,
      ...publicWords.en,
      ...studyWords.en,
      ...surroundingsWords.en,
      ...viewWords.en,
      ...wayWords.en,
      ...englishHere,
    }),
  ),
};

/** The words of one language, made once for the whole server. */
export function wordsIn(language: Language): i18n {
  return instances[language];
}

type Ask = (...from: unknown[]) => unknown;

/** Many more than the service has words without values; those with values come and go. */
const mostRemembered = 20_000;

/** The same words and values give the same text each time, so the server looks them up once: a tenth of a page's CPU. */
function remembering(words: i18n): i18n {
  const getFixedT = words.getFixedT.bind(words) as unknown as (...from: unknown[]) => Ask;
  const fixed = new Map<string, TFunction>();
  words.getFixedT = ((language: unknown, namespace: unknown, prefix?: unknown) => {
    const name = JSON.stringify([language, namespace, prefix]);
    const known = fixed.get(name);
    if (known) return known;
    const ask = getFixedT(language, namespace, prefix);
    const found = new Map<string, unknown>();
    const answer = (key: unknown, ...values: unknown[]) => {
      if (typeof key !== 'string') return ask(key, ...values);
      const asked = values.length === 0 ? key : key + JSON.stringify(values);
      if (found.size > mostRemembered) found.clear();
      if (!found.has(asked)) found.set(asked, ask(key, ...values));
      return found.get(asked);
    };
    const remembered = Object.assign(answer, ask) as unknown as TFunction;
    fixed.set(name, remembered);
    return remembered;
  }) as i18n['getFixedT'];
  return words;
}
