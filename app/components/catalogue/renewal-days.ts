import { formatDay } from '#app/words/format.ts';

/** The days between which a certificate can be renewed, as words take them, where they are known. */
export const renewalDays = (language: 'da' | 'en', renewal: object | { opens: string; closes: string }) =>
  'opens' in renewal ? { opens: formatDay(language, renewal.opens), closes: formatDay(language, renewal.closes) } : {};
