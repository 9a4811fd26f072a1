import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { ReportRow } from '#app/use-cases/readiness/readiness-report.server.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { papersText } from './papers-text.ts';
import { staffingText } from './staffing-text.ts';

export type ShownRow = Omit<ReportRow, 'gates' | 'strict' | 'falling' | 'scoreParts'> & {
  lacks: { key: string; value: GateValue }[];
};
type Props = { row: ShownRow; gates: Record<string, string> };

/**
 * One municipality of the table. A row is a component of its own so that the browser can pause between two of them
 * while it takes over the page, and its link is looked up when it is followed: there are a hundred.
 */
export function ReadinessRow({ row, gates }: Props) {
  const { t } = useTranslation('agency');
  const days = useDays();
  const lacking = (['ikke-opfyldt', 'ukendt'] as const).flatMap((value) => {
    const named = row.lacks.filter((gate) => gate.value === value).map(({ key }) => gates[key]);
    const all = named.length === Object.keys(gates).length;
    return named.length === 0 ? [] : [{ value, named: all ? t('readiness.all-gates') : named.join(', ') }];
  });
  return (
    <tr data-code={row.code}>
      <th scope="row">
        <Link to={agencyLink(`/municipalities/${row.code}`, days)} discover="none">
          {row.name}
        </Link>
        {row.pilot && <span className="tag">{t('pilot')}</span>}
      </th>
      <td>{t(`verdict.${row.verdict}`)}</td>
      <td className="right">
        {row.staffing.missing !== null && `${staffingText(t, row.staffing)} `}
        <span className="muted">{t(`people.${row.people}`)}</span>
      </td>
      <td>{papersText(t, row)}</td>
      <td>{t(`stage.${row.stage}`)}</td>
      <td>
        {row.lacks.length === 0
          ? '–'
          : lacking.map(({ value, named }) => (
              <div key={value}>
                {value === 'ukendt' && `${t('gate.ukendt')}: `}
                {named}
              </div>
            ))}
      </td>
    </tr>
  );
}
