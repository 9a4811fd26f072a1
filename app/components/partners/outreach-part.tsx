import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { OutreachOverview } from '#app/use-cases/partners/list-outreach.server.ts';
import { formatDay, formatNumber } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; outreach: OutreachOverview; mayRecord: boolean };

/** What was done in each channel in the last twelve months, with bars that repeat the numbers, and the latest efforts. */
export function OutreachPart({ language, outreach, mayRecord }: Props) {
  const { t } = useTranslation('partners');
  const { channels, latest } = outreach;
  const [first] = channels;
  const day = (each: string) => formatDay(language, each);
  return (
    <section className="space-7" aria-labelledby="outreach">
      <h2 id="outreach">
        {first ? t('outreach.title', { channel: t(`channel.${first.channel}`) }) : t('outreach.title-none')}
      </h2>
      <p>{t('outreach.period', { from: day(outreach.from), to: day(outreach.to) })}</p>
      {first && (
        <ScrollRegion label={t('outreach.by-channel')}>
          <table className="data-table">
            <caption className="sr-only">{t('outreach.by-channel')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('outreach.channel')}</th>
                <th scope="col" className="right">
                  {t('outreach.efforts')}
                </th>
                <th scope="col" className="right">
                  {t('outreach.amount')}
                </th>
                <th scope="col" className="right">
                  {t('outreach.cost')}
                </th>
              </tr>
            </thead>
            <tbody>
              {channels.map(({ channel, efforts, amount, cost }) => (
                <tr key={channel}>
                  <th scope="row">
                    {t(`channel.${channel}`)}
                    <meter className="bar" min="0" max={first.efforts} value={efforts} aria-hidden="true" />
                  </th>
                  <td className="right">{formatNumber(language, efforts)}</td>
                  <td className="right">{formatNumber(language, amount)}</td>
                  <td className="right">{t('outreach.kroner', { amount: formatNumber(language, cost) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {latest.length > 0 && (
        <details className="disclosure space-5">
          <summary>{t('outreach.latest')}</summary>
          <ul>
            {latest.map(({ id, onDay, channel, place, service }) => (
              <li key={id}>
                <Link to={`/partners/outreach/${id}`}>
                  {day(onDay)}: {t(`channel.${channel}`)}, {place}
                </Link>{' '}
                <span className="muted">{service ?? t('country')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayRecord && (
        <div className="actions only-screen">
          <Link className="button button-secondary" to="/partners/outreach/new">
            {t('outreach.add')}
          </Link>
        </div>
      )}
    </section>
  );
}
