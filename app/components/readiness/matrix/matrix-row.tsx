import { Link } from '#app/components/base/link.tsx';

/** What a cell shows before its text: met, not met, unknown, or not asked here. */
export type Sign = 'ok' | 'no' | 'un' | 'na';
export type MatrixRowShown = {
  code: string;
  name: string;
  tag: string;
  status: string;
  /** The staffing, then every other gate, in the order of the head. */
  cells: (readonly [sign: Sign, text: string])[];
  /** The bar of its advisers; undefined where the staffing is unknown. */
  bar: string | undefined;
  /** How many are on a hold, for those who do not see the bar. */
  onHold: string;
  missing: string;
  lacks: string;
  about: string;
};
type Props = { row: MatrixRowShown; words: Record<Sign, string>; open: string; to: string };

/**
 * One municipality of the table. There are a hundred: the markup repeats as little as it can, a row is a component of its own
 * so that the browser can pause between two of them, and its link is looked up when it is followed.
 */
export function MatrixRow({ row, words, open, to }: Props) {
  const [staffing, ...others] = row.cells;
  const cell = ([sign, text]: MatrixRowShown['cells'][number], at: number) => (
    <td key={at} className={sign}>
      {text}
      <b>{text === '' ? words[sign] : `, ${words[sign]}`}</b>
    </td>
  );
  return (
    <tr id={`k${row.code}`}>
      <th scope="row">
        <details>
          <summary>{row.name}</summary>
          <div>
            <div>
              <p>{row.lacks}</p>
              <p>{row.about}</p>
              <Link to={to} discover="none">
                {open.replace('{{name}}', row.name)}
              </Link>
            </div>
          </div>
        </details>
        {row.tag !== '' && <small> {row.tag}</small>}
      </th>
      <td>{row.status}</td>
      {row.bar === undefined ? (
        cell(staffing!, 0)
      ) : (
        <td>
          <svg className="advisers" viewBox="0 0 92 14" aria-hidden="true">
            <use href={`#${row.bar}`} />
          </svg>
          {staffing![1]}
          <b>
            , {words[staffing![0]]}
            {row.onHold}
          </b>
        </td>
      )}
      <td className="right">{row.missing}</td>
      {others.map((each, at) => cell(each, at + 1))}
    </tr>
  );
}
