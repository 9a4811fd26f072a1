import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatDay } from '#app/words/format.ts';
import type { CampaignWeek } from '#curriculum/partners/campaign-weeks.ts';

/** The weeks in which libraries tell of one thing together. */
export function CampaignPart({ language, weeks }: { language: 'da' | 'en'; weeks: readonly CampaignWeek[] }) {
  const { t } = useTranslation('partners');
  if (weeks.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="campaigns">
      <h2 id="campaigns">{t('campaigns.title')}</h2>
      <p>{t('campaigns.what')}</p>
      <ScrollRegion label={t('campaigns.title')}>
        <table className="data-table">
          <caption className="sr-only">{t('campaigns.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.week')}</th>
              <th scope="col">{t('campaigns.topic')}</th>
              <th scope="col">{t('campaigns.days')}</th>
              <th scope="col">{t('campaigns.host')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ year, week, topic, host, from, to }) => (
              <tr key={from}>
                <th scope="row">{t('campaigns.number', { week, year })}</th>
                <td>{topic[language]}</td>
                <td>
                  {formatDay(language, from)} – {formatDay(language, to)}
                </td>
                <td>{t(`campaigns.hosts.${host === 'borger.dk' ? 'borger-dk' : host}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
