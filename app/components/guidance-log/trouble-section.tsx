import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { ShownGrid } from '#curriculum/guidance/shown-counts.ts';
import type { Trouble } from '#curriculum/guidance/trouble-of.ts';
import { Shown } from './shown.tsx';
import { TroubleChart } from './trouble-chart.tsx';

type Props = {
  language: 'da' | 'en';
  trouble: ShownGrid;
  troubles: readonly Trouble[];
  solutions: readonly { key: string; title: string; owner: string | null }[];
  own: boolean;
};

/** Which solutions cause trouble and what it is, with a list to send for each solution that somebody owns. */
export function TroubleSection({ language, trouble, troubles, solutions, own }: Props) {
  const { t } = useTranslation('surroundings');
  const days = useDays();
  const { t: guidance } = useTranslation('guidance');
  const titleOf = (wanted: string) => solutions.find(({ key }) => key === wanted)?.title ?? wanted;
  const [first, ...others] = trouble.rows;
  const most = first?.total ?? 0;
  const isWorst = first && most > 0 && others.every(({ total }) => (total ?? 0) < most);
  const heading = isWorst ? t('log.trouble-first', { title: titleOf(first.key) }) : t('log.trouble');
  return (
    <section className="space-7" aria-labelledby="trouble">
      <h2 id="trouble">{heading}</h2>
      <p>{t('log.trouble-lead')}</p>
      <TroubleChart language={language} trouble={trouble} troubles={troubles} titleOf={titleOf} label={heading} />
      <details className="disclosure">
        <summary>{t('log.as-table')}</summary>
        <ScrollRegion label={heading}>
          <table className="data-table">
            <caption className="sr-only">{heading}</caption>
            <thead>
              <tr>
                <th scope="col">{t('log.solution')}</th>
                {troubles.map((each) => (
                  <th scope="col" className="right" key={each}>
                    {guidance(`blocked.${each}`)}
                  </th>
                ))}
                <th scope="col" className="right">
                  {t('log.all')}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...trouble.rows, { key: '', counts: trouble.columns, total: trouble.total }].map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.key ? titleOf(row.key) : t('log.all')}</th>
                  {troubles.map((each) => (
                    <td className="right" key={each}>
                      <Shown language={language} count={row.counts[each] ?? null} />
                    </td>
                  ))}
                  <td className="right">
                    <Shown language={language} count={row.total} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
      <Message lead={t(own ? 'log.own-why' : 'log.hidden-why')}>
        <p>{t(own ? 'log.own-more' : 'log.hidden-more')}</p>
      </Message>
      <ul className="plain-list only-screen">
        {solutions
          .filter(({ owner }) => owner !== null)
          .map(({ key, title, owner }) => (
            <li key={key}>
              <Link to={agencyLink(`/guidance-log/${key}`, days)}>{t('log.send', { owner, title })}</Link>
            </li>
          ))}
        <li>
          <a className="text-link" href={agencyLink('/guidance-log/trouble.csv', days)}>
            {t('log.csv')}
          </a>
        </li>
      </ul>
    </section>
  );
}
