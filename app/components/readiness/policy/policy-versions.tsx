import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { formatDay, formatNumber } from '#app/words/format.ts';

type Version = {
  version: string;
  from: string;
  staffing: { least: number; most: number; peoplePerAdviser: number; marginDays: number };
  freshness: { gate: string; days: number }[];
  confirmed: string[];
};

/** The versions of the policy in force, the newest first: what each asks for. */
export function PolicyVersions({ language, versions }: { language: 'da' | 'en'; versions: readonly Version[] }) {
  const { t } = useTranslation('policy');
  return (
    <section className="space-7" aria-labelledby="versions">
      <h2 id="versions">{t('versions.title')}</h2>
      {[...versions].reverse().map(({ version, from, staffing, freshness, confirmed }) => (
        <section key={version} className="space-5" aria-labelledby={`version-${version}`}>
          <h3 id={`version-${version}`}>{t('versions.one', { version, from: formatDay(language, from) })}</h3>
          <Facts
            rows={[
              [
                t('versions.staffing'),
                t('versions.staffing-is', {
                  ...staffing,
                  peoplePerAdviser: formatNumber(language, staffing.peoplePerAdviser),
                }),
              ],
              [t('versions.margin'), t('versions.margin-is', { count: staffing.marginDays })],
              [
                t('versions.freshness'),
                freshness.map(({ gate, days }) => t('versions.fresh', { gate, count: days })).join(', '),
              ],
              [t('versions.confirmed'), confirmed.join(', ') || t('versions.none')],
            ]}
          />
        </section>
      ))}
    </section>
  );
}
