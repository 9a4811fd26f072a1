import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; overrides: CountryMonday['overrides'] };

/** The overrides that hold today. They let a place open and change nothing of whether it is ready. */
export function OverridesPart({ language, overrides }: Props) {
  const { t } = useTranslation('monday');
  if (overrides.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="overrides">
      <h2 id="overrides" className="h3">
        {t('overrides.title', { count: overrides.length })}
      </h2>
      <ul className="plain-list">
        {overrides.map(({ serviceId, service, reason, decidedBy, lastDay }) => (
          <li key={serviceId}>
            {t('overrides.row', { service, reason, by: decidedBy, day: formatDay(language, lastDay) })}
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t('overrides.note')} <Link to={agencyLink('/readiness/overrides', {})}>{t('overrides.see')}</Link>
      </p>
    </section>
  );
}
