import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { formatDay } from '#app/words/format.ts';
import type { GateValue, Verdict } from '#curriculum/readiness/readiness-of.ts';

type Gate = { key: string; from: GateValue; to: GateValue; before: string; after: string };
type Comparison = {
  day: string;
  current: string;
  candidate: string;
  services: {
    serviceId: string;
    name: string;
    codes: string[];
    from: Verdict;
    to: Verdict;
    direction: 'up' | 'down' | 'aside' | 'same';
    gates: Gate[];
  }[];
  gates: { key: string; lost: number; won: number }[];
  totals: { down: number; up: number; aside: number; same: number };
};
type Props = {
  id: string;
  language: 'da' | 'en';
  title: string;
  comparison: Comparison;
  gates: Record<string, string>;
};

/** What a candidate would change on a day: who falls out and who comes in, and why, gate by gate. */
export function PolicyComparisonPart({ id, language, title, comparison, gates }: Props) {
  const { t } = useTranslation('policy');
  const { day, current, candidate, services, totals } = comparison;
  return (
    <section className="space-7" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        {t('compared', { day: formatDay(language, day), current, candidate })} {t('totals.up', { count: totals.up })}{' '}
        {t('totals.aside', { count: totals.aside })} {t('totals.same', { count: totals.same })}
      </p>
      {comparison.gates.length > 0 && (
        <ul>
          {comparison.gates.map(({ key, lost, won }) => (
            <li key={key}>
              <b>{gates[key] ?? key}:</b> {t('gate.lost', { count: lost })} {t('gate.won', { count: won })}
            </li>
          ))}
        </ul>
      )}
      {services.length > 0 && (
        <ScrollRegion label={title}>
          <table className="data-table">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.service')}</th>
                <th scope="col">{t('column.effect')}</th>
                <th scope="col">{t('column.why')}</th>
              </tr>
            </thead>
            <tbody>
              {services.map((service) => (
                <tr key={service.serviceId}>
                  <th scope="row">
                    {service.codes[0] ? (
                      <Link to={agencyLink(`/municipalities/${service.codes[0]}`, {})}>{service.name}</Link>
                    ) : (
                      service.name
                    )}
                  </th>
                  <td>
                    {t(`direction.${service.direction}`, {
                      from: t(`verdict.${service.from}`),
                      to: t(`verdict.${service.to}`),
                    })}
                  </td>
                  <td>
                    <ul>
                      {service.gates.map(({ key, from, to, before, after }) => (
                        <li key={key}>
                          <b>{gates[key] ?? key}:</b> {t('from-to', { from: t(`value.${from}`), to: t(`value.${to}`) })}{' '}
                          <span className="muted">{t('before-after', { before, after })}</span>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
