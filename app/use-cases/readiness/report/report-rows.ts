import { partOf } from '#app/use-cases/readiness/monday/part-of.ts';
import { danish } from '#app/words/format.ts';
import type { ReportRow } from '#certificates/report/report-data.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';
import type { GateResult } from '#curriculum/readiness/readiness-of.ts';
import type { SnapshotRow } from '#curriculum/readiness/snapshot.ts';

/** One row per municipality in Danish order, with what the service that covers it lacks. */
export function reportRows(
  rows: readonly SnapshotRow[],
  { policy, language, chances }: { policy: Policy; language: 'da' | 'en'; chances: ReadonlyMap<string, number> },
): ReportRow[] {
  const names = new Map(policy.gates.map(({ key, short }) => [key, short[language]]));
  return rows
    .flatMap((row) =>
      row.municipalities.map(
        ({ code, name, region }): ReportRow => ({
          ...{ code, name, region, part: partOf(row) },
          counted: row.staffing.missing === null ? null : row.staffing.countedForGate,
          required: row.staffing.required,
          lacks: row.gates.flatMap((gate) => lackOf(gate, names.get(gate.key) ?? gate.key, row.people === 'ukendt')),
          chance: chances.get(code) ?? null,
        }),
      ),
    )
    .sort((a, b) => danish.compare(a.name, b.name));
}

/** What a gate lacks; advisers have a column of their own, and where nobody is known that says it all. */
function lackOf({ kind, value, reason }: GateResult, gate: string, isUnknown: boolean): ReportRow['lacks'] {
  if (kind === 'staffing' || (kind === 'confidentiality' && isUnknown)) return [];
  if (value === 'ikke-opfyldt') return [{ gate, is: 'not-met' }];
  if (value !== 'ukendt') return [];
  return [{ gate, is: reason.code === 'stale' || reason.code === 'agreement-ended' ? 'stale' : 'unknown' }];
}
