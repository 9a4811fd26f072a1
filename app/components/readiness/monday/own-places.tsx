import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { StatusMark } from '#app/components/base/status-mark.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { OwnPlace } from '#app/use-cases/readiness/monday/see-own-monday.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; day: string; free: number; services: readonly OwnPlace[] };

/** For a contact person: what the own place lacks on the day, what runs out until then, and what can be done now. */
export function OwnPlaces({ language, day, free, services }: Props) {
  const { t } = useTranslation('monday');
  return services.map((service) => {
    const { serviceId, places, verdict, lacks } = service;
    const name = places.map((each) => each.name).join(', ');
    return (
      <div key={serviceId}>
        {services.length > 1 && (
          <h2 className="space-7">{t(`own.title.${verdict}`, { name, day: formatDay(language, day) })}</h2>
        )}
        <section className="space-7" aria-labelledby={`lacks-${serviceId}`}>
          <h2 id={`lacks-${serviceId}`}>{t('own.lacks')}</h2>
          <p>{lacks.length === 0 ? t('own.lead-none') : t('own.lead', { count: lacks.length })}</p>
          <ul className="gates">
            {lacks.map(({ gate, title, value, reason }) => (
              <li key={gate}>
                <StatusMark value={value} word={t(`gate.${value}`)} />
                <div>
                  <h3 className="h4">{title}</h3>
                  <p>{reason}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <Ending language={language} service={service} />
        <Doing free={free} service={service} />
        <p>
          <Link to={agencyLink(`/municipalities/${places[0]?.code}`, {})}>{t('own.see', { name })}</Link>
        </p>
      </div>
    );
  });
}

function Ending({ language, service: { serviceId, ending } }: { language: 'da' | 'en'; service: OwnPlace }) {
  const { t } = useTranslation('monday');
  return (
    <section className="space-7" aria-labelledby={`ending-${serviceId}`}>
      <h2 id={`ending-${serviceId}`}>{t('own.runs-out')}</h2>
      {ending.length === 0 && <p>{t('own.runs-out-none')}</p>}
      <ul className="plain-list">
        {ending.map(({ lastDay, people, title }) => (
          <li key={`${lastDay} ${title}`}>
            {title === null
              ? t('own.certificates', { count: people ?? 0, day: formatDay(language, lastDay) })
              : t('own.paper', { gate: title, day: formatDay(language, lastDay) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doing({ free, service: { serviceId, places, lacks } }: { free: number; service: OwnPlace }) {
  const { t } = useTranslation('monday');
  const page = `/municipalities/${places[0]?.code}`;
  const papers = lacks.filter(({ kind }) => kind === 'evidence');
  const people = lacks.some(({ kind }) => kind !== 'evidence');
  return (
    <section className="space-7" aria-labelledby={`doing-${serviceId}`}>
      <h2 id={`doing-${serviceId}`}>{t('own.do')}</h2>
      {lacks.length === 0 && <p>{t('own.tell-none')}</p>}
      <ul className="plain-list">
        {papers.map(({ gate, title }) => (
          <li key={gate}>
            <Link to={agencyLink(page, { gate }, 'record')}>{t('own.record', { gate: title })}</Link>
          </li>
        ))}
        {people && (
          <li>
            <Link to={agencyLink(page, {}, 'staff')}>{t('own.people')}</Link>
          </li>
        )}
        {people && free > 0 && <li>{t('own.seats', { free })}</li>}
      </ul>
    </section>
  );
}
