import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Efforts } from '#app/use-cases/partners/list-efforts-of.server.ts';
import { formatDay } from '#app/words/format.ts';

/** The agreements in force, the meetings and the outreach of a place, each with a link to all that is known of it. */
export function PlaceEfforts({ language, efforts }: { language: 'da' | 'en'; efforts: Efforts }) {
  const { t } = useTranslation('partners');
  const day = (each: string) => formatDay(language, each);
  const lines = [
    ...efforts.agreements.map(({ id, partner, about, lastDay }) => ({
      to: `/partners/agreements/${id}`,
      text: t('efforts.agreement', { partner, lastDay: day(lastDay) }),
      more: about,
    })),
    ...efforts.meetings.map(({ id, onDay, partners, decisions }) => ({
      to: `/partners/meetings/${id}`,
      text: t('efforts.meeting', { day: day(onDay), partners }),
      more: decisions,
    })),
    ...efforts.outreach.map(({ id, onDay, channel, place }) => ({
      to: `/partners/outreach/${id}`,
      text: `${day(onDay)}: ${t(`channel.${channel}`)}`,
      more: place,
    })),
  ];
  return (
    <section className="space-7" aria-labelledby="efforts">
      <h2 id="efforts">{t('efforts.title')}</h2>
      <p>{t(lines.length === 0 ? 'efforts.none' : 'efforts.what')}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map(({ to, text, more }) => (
            <li key={to}>
              <Link to={to}>{text}</Link> <span className="muted">{more}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="only-screen">
        <Link className="text-link" to="/partners">
          {t('efforts.all')}
        </Link>
      </p>
    </section>
  );
}
