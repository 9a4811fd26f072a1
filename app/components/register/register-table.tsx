import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { SortHeadings } from '#app/components/base/sort-headings.tsx';
import type { RegisterFilter, RegisterSort } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import type { RegisterEntry } from '#app/use-cases/certificates/register/register-entry-of.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  entries: RegisterEntry[];
  sort: RegisterFilter['sort'];
  reversed: boolean;
  columns: readonly RegisterSort[];
};

/** These columns start with the newest. */
const falling = new Set<RegisterSort>(['number', 'issued']);

/** One row per certificate, sorted by any column. */
export function RegisterTable({ language, entries, sort, reversed, columns }: Props) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <ScrollRegion label={t('certificates.table')}>
      <table className="data-table wide">
        <caption className="sr-only">{t('certificates.table')}</caption>
        <thead>
          <SortHeadings
            columns={columns}
            sort={sort}
            reversed={reversed}
            falling={falling}
            nameOf={(column) => t(`certificates.${column}`)}
          />
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number}>
              <th scope="row" className="nowrap">
                <Link to={`/certificates/${entry.number}`}>{entry.number}</Link>
              </th>
              <td>{entry.name}</td>
              <td>{entry.library}</td>
              <td>
                {entry.course[language]}, {entry.edition}
              </td>
              <td>{formatDay(language, entry.issuedOn)}</td>
              <td>{formatDay(language, entry.lastValidDay)}</td>
              <td>{common(`certificate.${entry.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
