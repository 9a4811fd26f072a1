import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { certificate: CertificateView; language: 'da' | 'en' };

/** What comes after a certificate: from today to the day on which it can be renewed. */
export function WhatNext({ certificate: { validFrom, renewsOn, renewsUntil }, language }: Props) {
  const { t } = useTranslation('adviser');
  return (
    <section className="space-7" aria-labelledby="what-next-title">
      <h2 id="what-next-title" className="h3">
        {t('earned.next')}
      </h2>
      <ol className="what-next">
        <li>
          <b>{formatDay(language, validFrom)}.</b> {t('earned.from')}
        </li>
        <li>
          <b>{t('earned.each')}</b> <Link to="/guidance">{t('earned.log')}</Link> {t('earned.log-why')}
        </li>
        <li>
          <b>{t('earned.weekly')}</b> <Link to="/practice">{t('earned.practise')}</Link> {t('earned.practise-why')}
        </li>
        {renewsUntil && (
          <li>
            <b>{formatDay(language, renewsOn)}.</b> {t('earned.renewal')}
          </li>
        )}
      </ol>
    </section>
  );
}
