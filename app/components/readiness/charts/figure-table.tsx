import type { ReactNode } from 'react';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';

type Props = {
  caption: string;
  head: readonly string[];
  /** The first cell names the row; the others are numbers, except the last if it is a text. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  lastIsText?: boolean;
};

/** The table that says the same as a drawing. */
export function FigureTable({ caption, head, rows, lastIsText = false }: Props) {
  const isNumber = (at: number) => at > 0 && !(lastIsText && at === head.length - 1);
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((each, at) => (
              <th scope="col" key={each} className={isNumber(at) ? 'right' : undefined}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns do not change places
                <td key={at} className={isNumber(at + 1) ? 'right' : undefined}>
                  {each}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
