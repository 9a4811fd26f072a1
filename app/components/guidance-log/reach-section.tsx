import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { PlaceReach } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { formatNumber } from '#app/words/format.ts';
import type { Rate } from '#curriculum/guidance/per-thousand.ts';
import { Shown } from './shown.tsx';

type Props = {
  language: 'da' | 'en';
  country: PlaceReach;
  regions: readonly PlaceReach[];
  municipalities: readonly PlaceReach[];
  own: boolean;
};

/** Sessions per 1,000 inhabitants and firms, with the source and the year of what they are held against. */
export function ReachSection({ language, country, regions, municipalities, own }: Props) {
  const { t } = useTranslation('surroundings');
  const { inhabitants, firms } = country;
  return (
    <section className="space-7" aria-labelledby="reach">
      <h2 id="reach">{t('log.reach')}</h2>
      <p>{t('log.reach-lead')}</p>
      {!own && (
        <ReachTable
          language={language}
          label={t('log.region')}
          rows={[...regions, { ...country, key: 'country', name: t('log.country') }]}
        />
      )}
      <p className="muted small">
        {t('log.reach-source', { source: inhabitants.source, year: inhabitants.year })}{' '}
        {firms.value !== null &&
          t('log.firms-source', { value: formatNumber(language, firms.value), source: firms.source, year: firms.year })}
      </p>
      <details className="disclosure" open={own}>
        <summary>{t('log.every-municipality')}</summary>
        <ReachTable language={language} label={t('log.municipality')} rows={municipalities} />
      </details>
    </section>
  );
}

function ReachTable({ language, label, rows }: { language: 'da' | 'en'; label: string; rows: readonly PlaceReach[] }) {
  const { t } = useTranslation('surroundings');
  return (
    <ScrollRegion label={label}>
      <table className="data-table">
        <caption className="sr-only">{t('log.reach')}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className="right">
              {t('log.sessions')}
            </th>
            <th scope="col" className="right">
              {t('log.inhabitants')}
            </th>
            <th scope="col" className="right">
              {t('log.per-inhabitants')}
            </th>
            <th scope="col" className="right">
              {t('log.per-firms')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, sessions, inhabitants, perInhabitants, perFirms }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="right">
                <Shown language={language} count={sessions} />
              </td>
              <td className="right">
                {inhabitants.value === null ? t('log.unknown') : formatNumber(language, inhabitants.value)}
              </td>
              <td className="right">
                <RateText language={language} rate={perInhabitants} />
              </td>
              <td className="right">
                <RateText language={language} rate={perFirms} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RateText({ language, rate }: { language: 'da' | 'en'; rate: Rate }) {
  const { t } = useTranslation('surroundings');
  if (rate.why === null) return formatNumber(language, rate.per1000, 2);
  return (
    <i className="not-shown">
      {t('log.unknown')} <small>({t(`log.why.${rate.why}`)})</small>
    </i>
  );
}
