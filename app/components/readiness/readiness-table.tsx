import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { SortHeadings } from '#app/components/base/sort-headings.tsx';
import type { ReportSort } from '#app/use-cases/readiness/filter-report.ts';
import { formatDay } from '#app/words/format.ts';
import { ReadinessRow, type ShownRow } from './readiness-row.tsx';

type Props = {
  language: 'da' | 'en';
  asOf: string;
  rows: ShownRow[];
  wanted: { sort: ReportSort; reversed: boolean };
  gates: Record<string, string>;
};

const columns = ['name', 'verdict', 'staffing', 'papers', 'stage', 'lacks'] as const satisfies ReportSort[];
/** These columns start with the highest value. */
const falling = new Set<ReportSort>(['staffing', 'papers']);

/** One row per municipality with its people, its papers and its stage, sortable by every column. */
export function ReadinessTable({ language, asOf, rows, wanted, gates }: Props) {
  const { t } = useTranslation('agency');
  return (
    <ScrollRegion label={t('readiness.table')}>
      <table className="data-table wide">
        <caption className="sr-only">{t('readiness.table-caption', { day: formatDay(language, asOf) })}</caption>
        <thead>
          <SortHeadings
            columns={columns}
            sort={wanted.sort}
            reversed={wanted.reversed}
            falling={falling}
            nameOf={(column) => t(`column.${column}`)}
          />
        </thead>
        <tbody>
          {rows.map((row) => (
            <ReadinessRow key={row.code} row={row} gates={gates} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
