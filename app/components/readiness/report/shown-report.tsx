import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { ReportsView } from '#app/use-cases/readiness/report/see-reports.server.ts';
import { formatInstant } from '#app/words/format.ts';

type Shown = NonNullable<ReportsView['shown']>;
type Props = { report: Shown; language: 'da' | 'en'; demo: boolean; address: string };

/** One report: its files, its answer in figures, and what it is checked by. */
export function ShownReport({ report, language, demo, address }: Props) {
  const { t } = useTranslation('report');
  const { t: agency } = useTranslation('agency');
  const { id, takenAt, counts, of, missing, policyVersion, sha256 } = report;
  const file = (name: string) => `/readiness/reports/${id}/${name}`;
  const parts = (Object.keys(counts) as (keyof typeof counts)[]).filter((part) => counts[part] > 0);
  return (
    <>
      <p className="lead">{t('for')}</p>
      <p>{t('dated', { at: formatInstant(language, takenAt) })}</p>
      {demo && <Message tone="warning" lead={agency('csv.demo')} />}
      <div className="actions only-screen">
        <Link className="button button-primary" to={file(language)} reloadDocument>
          {t('pdf')}
        </Link>
        <Link className="text-link" to={file(language === 'da' ? 'en' : 'da')} reloadDocument>
          {t('pdf-other')}
        </Link>
        <Link className="text-link" to={file('table.csv')} reloadDocument>
          {t('get-csv')}
        </Link>
      </div>
      <section className="space-6" aria-labelledby="report-answer">
        <h2 id="report-answer">{t('answer')}</h2>
        <Facts
          rows={[
            ...parts.map((part): [string, string] => [t(`part.${part}`), `${counts[part]} / ${of}`]),
            [t('missing'), String(missing)],
            [t('policy'), t('policy-version', { version: policyVersion })],
            [t('hash'), <code key="hash">{sha256.match(/.{8}/g)!.join(' ')}</code>],
            [t('check'), address],
          ]}
        />
      </section>
    </>
  );
}
