import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { Axis } from '#curriculum/readiness/readiness-of.ts';

type Props = {
  axes: readonly Axis[];
  rows: readonly { people: Axis; papers: Axis }[];
  /** The link to the rows of one cell. */
  only(narrowed: { people?: Axis; papers?: Axis }): string;
};

/** People and papers are two questions: how many municipalities there are of each answer to both. */
export function AxesTable({ axes, rows, only }: Props) {
  const { t } = useTranslation('agency');
  const count = (people?: Axis, papers?: Axis) =>
    rows.filter((row) => (!people || row.people === people) && (!papers || row.papers === papers)).length;
  const cell = (people?: Axis, papers?: Axis) => {
    const many = count(people, papers);
    if (many === 0) return 0;
    const named = [people && t(`people.${people}`), papers && t(`papers.${papers}`)].filter(Boolean).join(', ');
    return (
      <Link
        to={only({ ...(people && { people }), ...(papers && { papers }) })}
        aria-label={`${many}: ${named || t('readiness.all')}`}
      >
        {many}
      </Link>
    );
  };
  return (
    <ScrollRegion label={t('axes.title')}>
      <table className="data-table">
        <caption className="sr-only">{t('axes.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('axes.people')}</th>
            {axes.map((papers) => (
              <th scope="col" className="right" key={papers}>
                {t(`papers.${papers}`)}
              </th>
            ))}
            <th scope="col" className="right">
              {t('axes.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {axes.map((people) => (
            <tr key={people}>
              <th scope="row">{t(`people.${people}`)}</th>
              {axes.map((papers) => (
                <td className="right" key={papers}>
                  {cell(people, papers)}
                </td>
              ))}
              <td className="right">{cell(people)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('axes.sum')}</th>
            {axes.map((papers) => (
              <td className="right" key={papers}>
                {cell(undefined, papers)}
              </td>
            ))}
            <td className="right">{rows.length}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
