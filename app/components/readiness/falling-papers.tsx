import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  asOf: string;
  of: number;
  /** How many are ready if only papers that hold until the day are counted. */
  strictReady: number;
  papers: readonly { code: string; name: string; gate: string; lastDay: string }[];
};

/** What a coming day looks like with the papers at hand only, and which papers fall until then. */
export function FallingPapers({ language, asOf, of, strictReady, papers }: Props) {
  const { t } = useTranslation('agency');
  const days = useDays();
  return (
    <section className="space-7" aria-labelledby="falling">
      <h2 id="falling">{t('falling.title')}</h2>
      <p>{t('falling.strict', { ready: strictReady, count: of, day: formatDay(language, asOf) })}</p>
      {papers.length > 0 && (
        <details className="disclosure">
          <summary>{t('falling.list', { count: papers.length })}</summary>
          <ul>
            {papers.map(({ code, name, gate, lastDay }) => (
              <li key={`${code} ${gate}`}>
                <Link to={agencyLink(`/municipalities/${code}`, days)}>{name}</Link>
                {': '}
                {t('falling.paper', { gate, day: formatDay(language, lastDay) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
