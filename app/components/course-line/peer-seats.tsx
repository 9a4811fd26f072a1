import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import type { PeerSessionEntry } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { sessions: readonly PeerSessionEntry[]; language: 'da' | 'en' };

/** The sessions in which colleagues teach each other, with a seat to take or to give back. */
export function PeerSeats({ sessions, language }: Props) {
  const { t } = useTranslation('catalogue');
  return (
    <section className="space-7" aria-labelledby="peer">
      <h2 id="peer">{t('peer.title')}</h2>
      <p>{t('peer.lead')}</p>
      <ul className="queue">
        {sessions.map(({ id, onDay, startsAt, place, topic, service, free, mine }) => (
          <li key={id}>
            <div className="waiting">{t('peer.free', { count: free })}</div>
            <div>
              <h3>{topic}</h3>
              {mine && (
                <p>
                  <b>{t('peer.yours')}</b>
                </p>
              )}
              <p className="muted">
                {[formatDay(language, onDay), startsAt, place].filter(Boolean).join(' · ')}
                <br />
                {t('peer.host', { service })}
              </p>
            </div>
            {(mine || free > 0) && (
              <Form method="post" preventScrollReset>
                <button
                  className="button button-secondary"
                  name={mine ? 'leave' : 'take'}
                  value={id}
                  type="submit"
                  aria-label={t(mine ? 'peer.leave-in' : 'peer.take-in', { topic })}
                >
                  {t(mine ? 'peer.leave' : 'peer.take')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
