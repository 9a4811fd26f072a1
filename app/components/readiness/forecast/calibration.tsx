import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatList, formatNumber } from '#app/words/format.ts';
import type { BackTest } from '#curriculum/readiness/forecast/back-test.ts';
import type { CalibrationView } from './calibration.server.ts';

type Props = { language: 'da' | 'en'; days: number; ahead: number; test: BackTest; view: CalibrationView };

/** Whether earlier forecasts held: foretold against happened as a drawing and a table, and the error beside two guesses. */
export function Calibration({ language, days, ahead, test, view }: Props) {
  const { t } = useTranslation('forecast');
  const percent = (share: number) => t('percent', { count: Math.round(share * 100) });
  const groups = test.groups.filter(({ count }) => count > 0);
  const said = groups.map(({ foretold, happened, count }) =>
    t('tested.group', { foretold: percent(foretold), happened: percent(happened), count }),
  );
  const score = (value: number) => formatNumber(language, value, 3);
  return (
    <div className="columns">
      <div>
        <p>{t('tested.how', { count: days, days: ahead })}</p>
        <svg
          className="chart calibration"
          viewBox={`0 0 ${view.size} ${view.size}`}
          role="img"
          aria-labelledby="tested-title tested-finding"
        >
          <title id="tested-title">{t('tested.chart')}</title>
          <desc id="tested-finding">{formatList(language, said)}</desc>
          {view.ticks.map(({ tenths, x, y }) => (
            <g key={tenths}>
              <path className="grid-line" d={`M${view.left} ${y}H${view.right}`} />
              <text className="light" x={view.left - 8} y={y + 5} textAnchor="end">
                {tenths * 10}
              </text>
              <text className="light" x={x} y={view.bottom + 22} textAnchor="middle">
                {tenths * 10}
              </text>
            </g>
          ))}
          <path
            d={`M${view.left} ${view.bottom}L${view.right} ${view.top}`}
            stroke="var(--ink)"
            strokeDasharray="2 4"
          />
          {view.dots.map(({ x, y, r }) => (
            <circle key={x} cx={x} cy={y} r={r} fill="var(--petrol)" stroke="var(--white)" />
          ))}
          <text x={view.right} y={view.bottom + 42} textAnchor="end">
            {t('tested.x')}
          </text>
          <text x={view.left} y={view.top - 6}>
            {t('tested.y')}
          </text>
        </svg>
        <p className="muted small">{t('tested.dots')}</p>
      </div>
      <div>
        <ScrollRegion label={t('tested.table')}>
          <table className="data-table">
            <caption>{t('tested.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('tested.foretold')}</th>
                <th scope="col" className="right">
                  {t('tested.count')}
                </th>
                <th scope="col" className="right">
                  {t('tested.happened')}
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ from, to, count, happened }) => (
                <tr key={from}>
                  <th scope="row">{t('tested.range', { from: Math.round(from * 100), to: Math.round(to * 100) })}</th>
                  <td className="right">{count}</td>
                  <td className="right">{percent(happened)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p>
          <b>{t('tested.brier', { score: score(test.brier) })}</b>{' '}
          {t('tested.guesses', { today: score(test.brierAsToday), onTime: score(test.brierOnTime) })}
        </p>
        <p>{t(test.brier < Math.min(test.brierAsToday, test.brierOnTime) ? 'tested.better' : 'tested.worse')}</p>
      </div>
    </div>
  );
}
