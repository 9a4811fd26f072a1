import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RegisterEntry } from '../use-cases/certificates/list-register.server.ts';
import type { RegisterFilter, RegisterSort } from '../use-cases/certificates/register-filter.ts';
import { formatDay } from '../words/format.ts';
import { Link } from './link.tsx';
import { ScrollRegion } from './scroll-region.tsx';

type Props = {
  language: 'da' | 'en';
  entries: RegisterEntry[];
  sort: RegisterFilter['sort'];
  reversed: boolean;
  columns: readonly RegisterSort[];
};

/** Newest first. */
const falling = new Set<RegisterSort>(['number', 'issued']);

/** One row per certificate, sorted by any column. */
export function RegisterTable({ language, entries, sort, reversed, columns }: Props) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const [search] = useSearchParams();
  const sortedBy = (column: RegisterSort) => {
    const asked = new URLSearchParams(search);
    asked.set('sort', column);
    asked.delete('order');
    asked.delete('page');
    if (sort === column && !reversed) asked.set('order', 'reversed');
    return `?${asked}#table`;
  };
  const direction = (column: RegisterSort) => {
    if (sort !== column) return 'none';
    return falling.has(column) === reversed ? 'ascending' : 'descending';
  };
  return (
    <ScrollRegion label={t('certificates.table')}>
      <table className="t bred">
        <caption className="sr-only">{t('certificates.table')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column} aria-sort={direction(column)}>
                <Link to={sortedBy(column)} preventScrollReset>
                  {t(`certificates.${column}`)}
                </Link>
                {direction(column) !== 'none' && (
                  <span aria-hidden="true">{direction(column) === 'ascending' ? ' ↑' : ' ↓'}</span>
                )}
              </th>
            ))}
          </tr>
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
