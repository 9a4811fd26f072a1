import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'da' | 'en';
export type Words = Record<string, Record<string, unknown>>;

/** One i18next instance for one language, ready at once. A missing key is an error on the console, which fails every test. */
export function makeWords(language: Language, words: Words): i18n {
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
  return instance;
}
