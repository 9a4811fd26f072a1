import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { NetworkView } from '#app/use-cases/partners/see-network.server.ts';
import { formatDayOf } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; network: NetworkView };

/** How many the network has, with the latest message to its contact persons. */
export function NetworkPart({ language, network }: Props) {
  const { t } = useTranslation('partners');
  const [latest] = network.messages;
  return (
    <section className="space-7" aria-labelledby="network">
      <h2 id="network">{t('network.title')}</h2>
      <ul className="key-figures">
        <li>
          <b>{network.withContact}</b>
          <p>{t('network.with-contact', { of: network.services })}</p>
        </li>
        <li>
          <b>{network.members}</b>
          <p>{t('network.members', { count: network.members })}</p>
        </li>
      </ul>
      {latest && (
        <p className="muted space-5">
          {t('network.latest', { day: formatDayOf(language, latest.sentAt), subject: latest.subject })}{' '}
          {t('network.counts', { sent: latest.sent, of: latest.recipients, without: latest.withoutAddress })}{' '}
          <Link to={`/partners/messages/${latest.id}`}>{t('network.see-who')}</Link>
        </p>
      )}
      {network.mayWrite && (
        <div className="actions only-screen">
          <Link className="button button-secondary" to="/partners/network">
            {t('network.write')}
          </Link>
        </div>
      )}
    </section>
  );
}
