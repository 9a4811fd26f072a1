import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatDay } from '#app/words/format.ts';
import { DatesAheadChart } from './dates-ahead-chart.tsx';

type DateAhead = {
  key: string;
  kind: 'start' | 'deadline';
  day: string;
  movedFrom: string | null;
  firms: boolean;
  title: string;
  /** The titles of the steps that cover it; null where no course needs to. */
  steps: string[] | null;
};
type Props = {
  language: 'da' | 'en';
  from: string;
  until: string;
  dates: readonly DateAhead[];
  individual: readonly { key: string; title: string; rule: string }[];
};

/** What starts or falls due in the next six months, with the steps that teach it. */
export function DatesAheadTable({ language, from, until, dates, individual }: Props) {
  const { t } = useTranslation('surroundings');
  return (
    <section className="space-7" aria-labelledby="ahead">
      <h2 id="ahead">{t('obligations.ahead')}</h2>
      {dates.length === 0 ? (
        <p>{t('obligations.ahead-none', { until: formatDay(language, until) })}</p>
      ) : (
        <>
          <DatesAheadChart language={language} from={from} until={until} dates={dates} />
          <ScrollRegion label={t('obligations.ahead')}>
            <table className="data-table">
              <caption className="sr-only">{t('obligations.ahead')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('obligations.day')}</th>
                  <th scope="col">{t('obligations.what')}</th>
                  <th scope="col">{t('obligations.kind-head')}</th>
                  <th scope="col">{t('obligations.covered-head')}</th>
                </tr>
              </thead>
              <tbody>
                {dates.map(({ key, kind, day, movedFrom, title, steps }) => (
                  <tr key={`${key} ${day}`}>
                    <td>
                      {formatDay(language, day)}
                      {movedFrom && (
                        <small className="muted">
                          {' '}
                          {t('obligations.moved', { day: formatDay(language, movedFrom) })}
                        </small>
                      )}
                    </td>
                    <th scope="row">{title}</th>
                    <td>{t(`obligations.kind.${kind}`)}</td>
                    <td>
                      {steps === null ? (
                        <span className="muted">{t('obligations.no-area')}</span>
                      ) : steps.length === 0 ? (
                        <b>{t('obligations.uncovered')}</b>
                      ) : (
                        steps.join(', ')
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      <p className="muted small">{t('obligations.ahead-note')}</p>
      <details className="disclosure">
        <summary>{t('obligations.individual')}</summary>
        <Facts rows={individual.map(({ title, rule }) => [title, rule] as const)} />
      </details>
    </section>
  );
}
