import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { PeerSessionEntry } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; sessions: readonly PeerSessionEntry[]; mayRecord: boolean; isNow: boolean };

/** The sessions from the day on in which colleagues teach each other; they are recorded and taken home on the page of today. */
export function PeerSessionsPart({ language, sessions, mayRecord, isNow }: Props) {
  const { t } = useTranslation('partners');
  return (
    <section className="space-7" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {sessions.length === 0 ? (
        <p>{t('sessions.none')}</p>
      ) : (
        <ScrollRegion label={t('sessions.title')}>
          <table className="data-table">
            <caption className="sr-only">{t('sessions.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('session.onDay')}</th>
                <th scope="col">{t('session.place')}</th>
                <th scope="col">{t('session.topic')}</th>
                <th scope="col" className="right">
                  {t('session.seats')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ id, onDay, place, topic, free }) => (
                <tr key={id}>
                  <th scope="row" className="when">
                    <Link to={`/partners/sessions/${id}`}>{formatDay(language, onDay)}</Link>
                  </th>
                  <td>{place}</td>
                  <td>{topic}</td>
                  <td className="right">{t('sessions.free', { count: free })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <div className="actions only-screen">
        {isNow && mayRecord && (
          <Link className="button button-secondary" to="/partners/sessions/new">
            {t('sessions.add')}
          </Link>
        )}
        {isNow && sessions.length > 0 && (
          <a className="text-link" href="/partners/sessions.ics">
            {t('calendar')}
          </a>
        )}
      </div>
    </section>
  );
}
