import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { formatNumber } from '#app/words/format.ts';

type Area = {
  key: string;
  title: string;
  steps: string[];
  trained: number;
  untrained: readonly { code: string; name: string; certified: number }[];
};
type Props = { language: 'da' | 'en'; areas: readonly Area[]; municipalities: number };

/** For each area how many municipalities have an adviser certified in it, and which have none. */
export function AreasSection({ language, areas, municipalities }: Props) {
  const { t } = useTranslation('surroundings');
  const days = useDays();
  return (
    <section className="space-7" aria-labelledby="areas">
      <h2 id="areas">{t('obligations.areas')}</h2>
      <p>{t('obligations.areas-lead')}</p>
      <ul className="counted-list">
        {areas.map(({ key, title, steps, trained, untrained }) => (
          <li key={key}>
            <span>
              <b>{title}</b>
              <br />
              <small className="muted">
                {steps.length === 0 ? t('obligations.uncovered') : [...new Set(steps)].join(', ')}
              </small>
            </span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="counted-list__hidden" width="100" height="10" />
              {steps.length > 0 && (
                <rect className="counted-list__bar" width={(trained / Math.max(1, municipalities)) * 100} height="10" />
              )}
            </svg>
            <span>
              {steps.length === 0
                ? t('obligations.write')
                : t('obligations.trained', {
                    trained: formatNumber(language, trained),
                    missing: formatNumber(language, untrained.length),
                  })}
            </span>
          </li>
        ))}
      </ul>
      {areas
        .filter(({ steps, untrained }) => steps.length > 0 && untrained.length > 0)
        .map(({ key, title, untrained }) => (
          <details className="disclosure" key={key}>
            <summary>{t('obligations.untrained', { count: untrained.length, title })}</summary>
            <ul className="name-list">
              {untrained.map(({ code, name, certified }) => (
                <li key={code}>
                  <Link to={agencyLink(`/municipalities/${code}`, days)}>{name}</Link>{' '}
                  <small className="muted">
                    {certified === 0
                      ? t('obligations.certified-none')
                      : t('obligations.certified', { count: certified })}
                  </small>
                </li>
              ))}
            </ul>
          </details>
        ))}
      <p className="only-screen">
        <a className="text-link" href={agencyLink('/obligations/table.csv', days)}>
          {t('obligations.csv')}
        </a>
      </p>
    </section>
  );
}
