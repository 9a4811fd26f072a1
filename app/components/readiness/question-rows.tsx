import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';

type Props = {
  caption: string;
  head: string[];
  rows: { code?: string | undefined; cells: string[] }[];
};

/** A table of text. A row about a municipality leads to its page from its first cell. */
export function QuestionRows({ caption, head, rows }: Props) {
  const days = useDays();
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, cells: [first, ...others] }) => (
            <tr key={[code, first, ...others].join()}>
              <th scope="row">
                {code ? <Link to={agencyLink(`/municipalities/${code}`, days)}>{first}</Link> : first}
              </th>
              {others.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
