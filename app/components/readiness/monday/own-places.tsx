import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { StatusMark } from '#app/components/base/status-mark.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { OwnPlace } from '#app/use-cases/readiness/monday/see-own-monday.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; day: string; services: readonly OwnPlace[] };

/** For a contact person: what the own place lacks on the day, each with the page where it is put right. */
export function OwnPlaces({ language, day, services }: Props) {
  const { t } = useTranslation('monday');
  return services.map(({ serviceId, places, verdict, lacks }) => {
    const name = places.map((each) => each.name).join(', ');
    const page = agencyLink(`/municipalities/${places[0]?.code}`, {});
    return (
      <section key={serviceId} className="space-7" aria-labelledby={`lacks-${serviceId}`}>
        <h2 id={`lacks-${serviceId}`}>
          {services.length === 1 ? t('own.lacks') : t(`own.title.${verdict}`, { name, day: formatDay(language, day) })}
        </h2>
        <p>{lacks.length === 0 ? t('own.lead-none') : t('own.lead', { count: lacks.length })}</p>
        <ul className="gates">
          {lacks.map(({ gate, title, value, reason }) => (
            <li key={gate}>
              <StatusMark value={value} word={t(`gate.${value}`)} />
              <div>
                <h3>{title}</h3>
                <p>{reason}</p>
              </div>
            </li>
          ))}
        </ul>
        <p>
          <Link to={page}>{t('own.see', { name })}</Link>
        </p>
      </section>
    );
  });
}
