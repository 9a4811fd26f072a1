import { useSearchParams } from '@remix-run/react';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import { Link } from './link.tsx';

type Props<Column extends string> = {
  columns: readonly Column[];
  sort: Column;
  reversed: boolean;
  /** The columns that start with the highest value or the newest row. */
  falling: ReadonlySet<Column>;
  nameOf(column: Column): string;
};

/**
 * The headings of a table whose sort order is in the address. Choosing the current sort column again reverses the
 * order.
 */
export function SortHeadings<Column extends string>({ columns, sort, reversed, falling, nameOf }: Props<Column>) {
  const [search] = useSearchParams();
  const sortedBy = (column: Column) => {
    const order = sort === column && !reversed ? 'reversed' : undefined;
    return agencyLink('', { ...carriedIn(search), sort: column, order, page: undefined }, 'table');
  };
  const direction = (column: Column) => {
    if (sort !== column) return 'none';
    return falling.has(column) === reversed ? 'ascending' : 'descending';
  };
  return (
    <tr>
      {columns.map((column) => (
        <th scope="col" key={column} aria-sort={direction(column)}>
          <Link to={sortedBy(column)} preventScrollReset>
            {nameOf(column)}
          </Link>
          {direction(column) !== 'none' && (
            <span aria-hidden="true">{direction(column) === 'ascending' ? ' ↑' : ' ↓'}</span>
          )}
        </th>
      ))}
    </tr>
  );
}
