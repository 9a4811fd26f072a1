import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { CampaignEntry } from '#app/use-cases/partners/list-campaign-weeks.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';

/** The weeks in which libraries tell of one thing together, who takes part, and a contact person's own yes or no. */
export function CampaignPart({ language, weeks }: { language: 'da' | 'en'; weeks: readonly CampaignEntry[] }) {
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
              <th scope="col">{t('campaigns.take-part')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((each) => (
              <tr key={each.key}>
                <th scope="row">{t('campaigns.number', { week: each.week, year: each.year })}</th>
                <td>{each.topic[language]}</td>
                <td>
                  {formatDay(language, each.from)} – {formatDay(language, each.to)}
                </td>
                <td>{t(`campaigns.hosts.${each.host === 'borger.dk' ? 'borger-dk' : each.host}`)}</td>
                <td>
                  <TakesPart language={language} week={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function TakesPart({ language, week }: { language: 'da' | 'en'; week: CampaignEntry }) {
  const { t } = useTranslation('partners');
  const { key, topic, takePart, services, own } = week;
  return (
    <>
      {services && services.length > 0 ? (
        <details className="disclosure">
          <summary>{t('campaigns.count', { count: takePart })}</summary>
          {formatList(language, services)}
        </details>
      ) : (
        t('campaigns.count', { count: takePart })
      )}
      {own.map(({ id, name, takesPart }) => (
        <Form key={id} method="post" preventScrollReset className="only-screen">
          <input type="hidden" name="service" value={id} />
          <input type="hidden" name="week" value={key} />
          <button
            className="button button-secondary"
            name="intent"
            value={takesPart ? 'leave-campaign' : 'join-campaign'}
            type="submit"
            aria-label={t(takesPart ? 'campaigns.leave-in' : 'campaigns.join-in', { topic: topic[language], name })}
          >
            {t(takesPart ? 'campaigns.leave' : 'campaigns.join')}
          </button>
        </Form>
      ))}
    </>
  );
}
