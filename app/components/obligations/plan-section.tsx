import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatDay } from '#app/words/format.ts';

type Planned = {
  key: string;
  title: string;
  planned: string | null;
  starts: string | null;
  authority: string;
  source: string;
};

const [first, last] = [2012, 2016];
const left = 8;
const right = 300;

/** The plan of 2012 beside what happened: a dashed frame for the planned year, a diamond for the day, hatched when unknown. */
export function PlanSection({ language, planned }: { language: 'da' | 'en'; planned: readonly Planned[] }) {
  const { t } = useTranslation('surroundings');
  return (
    <section className="space-7" aria-labelledby="plan">
      <h2 id="plan">{t('obligations.plan')}</h2>
      <p>{t('obligations.plan-lead')}</p>
      <ScrollRegion label={t('obligations.plan')}>
        <table className="data-table">
          <caption className="sr-only">{t('obligations.plan')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('obligations.what')}</th>
              <th scope="col" className="plan-line">
                <span className="sr-only">{t('obligations.plan')}</span>
                <PlanLine head />
              </th>
              <th scope="col">{t('obligations.planned')}</th>
              <th scope="col">{t('obligations.started')}</th>
              <th scope="col">{t('obligations.source')}</th>
            </tr>
          </thead>
          <tbody>
            {planned.map((each) => (
              <tr key={each.key}>
                <th scope="row">{each.title}</th>
                <td>
                  <PlanLine planned={each.planned} starts={each.starts} />
                </td>
                <td>{each.planned ?? t('obligations.not-planned')}</td>
                <td className="plan-day">
                  {each.starts ? formatDay(language, each.starts) : t('obligations.unknown')}
                </td>
                <td className="small muted" lang="da">
                  {each.source}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted small">{t('obligations.check')}</p>
    </section>
  );
}

/** The cells beside it say the same in words. */
function PlanLine({ head, planned, starts }: { head?: boolean; planned?: string | null; starts?: string | null }) {
  const at = (year: number) => Math.round(left + ((year - first) / (last - first)) * (right - left));
  const [year = 0, month = 1, day = 1] = (starts ?? '').split('-').map(Number);
  const x = at(year + (month - 1) / 12 + (day - 1) / 365);
  const from = planned ? at(Number(planned)) : 0;
  return (
    <svg className="chart" viewBox="0 0 308 24" aria-hidden="true">
      {[2012, 2013, 2014, 2015, 2016].map((each) => (
        <path key={each} className="grid-line" d={`M${at(each)} 0V24`} />
      ))}
      {head &&
        [2012, 2013, 2014, 2015].map((each) => (
          <text key={each} className="light" x={at(each) + 4} y="17">
            {each}
          </text>
        ))}
      {planned && (
        <rect
          className={starts ? 'plan-line__planned' : 'plan-line__unknown'}
          x={from}
          y="5"
          width={at(Number(planned) + 1) - from}
          height="14"
        />
      )}
      {starts && <path className="plan-line__day" d={`M${x - 7} 12l7-7 7 7-7 7z`} />}
    </svg>
  );
}
