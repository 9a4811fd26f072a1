import { useTranslation } from 'react-i18next';
import { formatNumber } from '#app/words/format.ts';
import type { Assumptions as Numbers } from '#curriculum/readiness/forecast/assumptions-of.ts';

type Props = { language: 'da' | 'en'; numbers: Numbers; draws: number; seed: string; policyVersion: string };

/** What the numbers rest on, in sentences with their own numbers. */
export function Assumptions({ language, numbers, draws, seed, policyVersion }: Props) {
  const { t } = useTranslation('forecast');
  const percent = (share: number) => t('percent', { count: Math.round(share * 100) });
  return (
    <>
      <ul>
        <li>
          <b>{t('rests.completions', { count: numbers.completions })}</b> {t('rests.days', { count: numbers.meanDays })}
        </li>
        <li>
          <b>{t('rests.through', { share: percent(numbers.through) })}</b> {t('rests.steps')}
        </li>
        <li>
          <b>{t('rests.way', { count: numbers.onTheWay })}</b> {t('rests.course-days', { count: numbers.courseDays })}{' '}
          {numbers.withoutCourseDay > 0 && t('rests.without', { count: numbers.withoutCourseDay })}
        </li>
        <li>
          <b>{t('rests.renewed', { count: numbers.renewals.ended, renewed: numbers.renewals.renewed })}</b>{' '}
          {t('rests.renews', { share: percent(numbers.renewals.chance) })}
        </li>
        <li>
          <b>{t('rests.left', { count: numbers.turnover.left })}</b>{' '}
          {t('rests.turnover', { value: formatNumber(language, numbers.turnover.inMonth * 100, 1) })}
        </li>
        <li>
          <b>{t('rests.nation')}</b> {t('rests.weighs', { count: numbers.nationWeighs })}
        </li>
        <li>
          <b>{t('rests.unknown')}</b> {t('rests.unknown-what')}
        </li>
      </ul>
      <p className="muted small">
        {t('rests.seed', { draws: formatNumber(language, draws), seed, version: policyVersion })}
      </p>
    </>
  );
}
