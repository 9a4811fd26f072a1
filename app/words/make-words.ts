import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'da' | 'en';
export type Words = Record<string, Record<string, unknown>>;

const made = new Map<Language, i18n>();
const added: Record<Language, Words> = { da: {}, en: {} };

/** More words for both languages, whether the instances are there already or not. */
export function addWords(words: Record<Language, Words>): void {
  for (const language of ['da', 'en'] as const) {
    Object.assign(added[language], words[language]);
    for (const [namespace, tree] of Object.entries(words[language]))
      made.get(language)?.addResourceBundle(language, namespace, tree);
  }
}

/** The i18next instance of one language, ready at once. A missing key is an error on the console, which fails every test. */
export function makeWords(language: Language, base: Words): i18n {
  const words = { ...added[language], ...base };
  const instance = i18next.createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    ns: Object.keys(words),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initImmediate: false,
    returnNull: false,
    react: { useSuspense: false },
    parseMissingKeyHandler: (key) => {
      console.error(`There are no words for "${key}" in ${language}.`);
      return key;
    },
  });
  made.set(language, instance);
  return instance;
}
