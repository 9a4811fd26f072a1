import { wordsIn } from '#app/words/words.server.ts';

/** "6 lektioner", "en kursusdag": the parts somebody took part in. */
export function coveredBy({ lessons, days }: { lessons: number; days: number }, language: 'da' | 'en'): string[] {
  const t = wordsIn(language).getFixedT(null, 'common');
  return [...(lessons > 0 ? [t('evidence.lesson', { count: lessons })] : []), t('evidence.day', { count: days })];
}
