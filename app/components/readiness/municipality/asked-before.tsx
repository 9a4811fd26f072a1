import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  place: Pick<MunicipalityView, 'asked' | 'mayAsk' | 'serviceId'>;
  gates: ReadonlyMap<string, string>;
};

/** The papers the agency asked the place for, whether an answer came, and the way to ask. */
export function AskedBefore({ language, place: { asked, mayAsk, serviceId }, gates }: Props) {
  const { t } = useTranslation('evidence');
  if (asked.length === 0 && !mayAsk) return null;
  const day = (text: string) => formatDay(language, text);
  return (
    <section className="space-7" aria-labelledby="asked">
      <h2 id="asked">{t('ask.before')}</h2>
      {asked.length === 0 && <p>{t('ask.never')}</p>}
      <ul>
        {asked.map(({ id, on, gate, dueOn, person, answeredOn }) => (
          <li key={id}>
            <b>{day(on)}:</b>{' '}
            {t('ask.asked', { gate: gates.get(gate) ?? gate, who: person ?? t('nobody'), due: day(dueOn) })}{' '}
            {answeredOn ? t('ask.answered', { day: day(answeredOn) }) : t('ask.no-answer')}
          </li>
        ))}
      </ul>
      {mayAsk && (
        <p className="only-screen">
          <Link to={agencyLink('/readiness/ask', { service: serviceId })}>{t('ask.title')}</Link>
        </p>
      )}
    </section>
  );
}
