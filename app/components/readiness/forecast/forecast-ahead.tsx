import { useTranslation } from 'react-i18next';
import type { ChartView } from './forecast-chart.server.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { type ForecastDate, ForecastTable } from './forecast-table.tsx';

type Props = {
  language: 'da' | 'en';
  demo: boolean;
  view: { chart: ChartView; dates: ForecastDate[] };
  asOf: string;
  by: string;
  target: number;
};

/** What is expected, as a sentence, a drawing and a table that says the same. */
export function ForecastAhead({ language, demo, view: { chart, dates }, asOf, by, target }: Props) {
  const { t } = useTranslation('forecast');
  const { middle, low, high, ready } = dates.at(-1)!;
  return (
    <>
      <p className="lead">
        {t('lead', { middle, low, high, today: chart.today.count })} {t('papers', { ready })}{' '}
        {demo && <span className="tag-example">{t('example')}</span>}
      </p>
      <ForecastChart language={language} chart={chart} from={asOf} by={by} />
      <ForecastTable language={language} dates={dates} target={target} />
    </>
  );
}
