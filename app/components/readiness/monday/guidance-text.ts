import type { TFunction } from 'i18next';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatNumber } from '#app/words/format.ts';
import type { Channel } from '#curriculum/guidance/note-choices.ts';

type Guidance = NonNullable<CountryMonday['answers']['guidance']>;

/** The short answers about guidance: how far people come, how many we reach, and what causes most trouble. */
export function guidanceText(t: TFunction<'monday'>, language: 'da' | 'en', guidance: Guidance) {
  const { farPercent, points, pointsWithout, perInhabitants, perFirms, channel, trouble, solution } = guidance;
  const per = ({ per1000 }: Guidance['perFirms']) =>
    per1000 === null ? t('questions.unknown') : formatNumber(language, per1000, 2);
  return {
    distance: [
      farPercent === null ? t('questions.distance.unknown') : t('questions.distance.far', { percent: farPercent }),
      t('questions.distance.points', { without: pointsWithout, count: points }),
    ].join(' '),
    reach: [
      t('questions.reach.per', { inhabitants: per(perInhabitants), firms: per(perFirms) }),
      channel === null ? t('questions.reach.no-channel') : t(`questions.reach.channel.${channel as Channel}`),
    ].join(' '),
    trouble:
      trouble && solution
        ? trouble.of === null
          ? t('questions.trouble.answer-hidden', { solution: solution[language], times: trouble.count })
          : t('questions.trouble.answer', { solution: solution[language], times: trouble.count, of: trouble.of })
        : t('questions.trouble.none'),
  };
}
