import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { OutreachOverview } from '#app/use-cases/partners/list-outreach.server.ts';

type Props = { invitations: OutreachOverview['invitations']; mayRecord: boolean };

/** A letter to send to a partner, and how many were sent, answered and became a meeting. */
export function InvitePart({ invitations, mayRecord }: Props) {
  const { t } = useTranslation('partners');
  return (
    <section className="space-7" aria-labelledby="invite">
      <h2 id="invite">{t('invite.title')}</h2>
      <p>{t('invite.what')}</p>
      <div className="columns space-5">
        <article className="panel">
          <p className="muted">{t('invite.letter.to')}</p>
          <h3>{t('invite.letter.subject')}</h3>
          {(['who', 'what', 'days', 'regards'] as const).map((part) => (
            <p key={part}>{t(`invite.letter.${part}`)}</p>
          ))}
        </article>
        <div>
          <h3 className="h4">{t('invite.sent-title')}</h3>
          <ul className="plain-list">
            {(['sent', 'answered', 'accepted'] as const).map((key) => (
              <li key={key}>
                <b>{invitations[key]}</b> {t(`invite.${key}`, { count: invitations[key] })}
              </li>
            ))}
          </ul>
          {mayRecord && (
            <div className="actions only-screen">
              <Link className="button button-secondary" to="/partners/outreach/new?channel=invitation">
                {t('invite.add')}
              </Link>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
