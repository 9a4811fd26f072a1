import type { ReportData } from '#certificates/report/report-data.ts';
import type { SnapshotRow } from '#curriculum/readiness/snapshot.ts';

const axes = ['opfyldt', 'ikke-opfyldt', 'ukendt'] as const;

/** How many municipalities have their people or lack them, or nobody knows, by how their papers stand. */
export function peopleAndPapers(rows: readonly SnapshotRow[]): ReportData['people'] {
  const count = (people: (typeof axes)[number]) =>
    axes.map((papers) =>
      rows
        .filter((row) => row.people === people && row.papers === papers)
        .reduce((sum, { municipalities }) => sum + municipalities.length, 0),
    ) as [number, number, number];
  return { met: count('opfyldt'), unmet: count('ikke-opfyldt'), unknown: count('ukendt') };
}
