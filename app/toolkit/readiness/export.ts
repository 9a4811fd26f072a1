import path from 'node:path';
import { csvOf } from '#app/platform/csv.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { reportMap } from '#app/server/report-map.server.ts';
import { reportTable } from '#app/server/report-table.server.ts';
import { orderReport } from '#app/use-cases/readiness/report/order-report.server.ts';
import { readReportFile } from '#app/use-cases/readiness/report/read-report-file.server.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { writeWhole } from '../write-whole.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness export --as-of DAY --out FILE.pdf|FILE.csv`: freezes the day, makes its report, and writes it to a file. */
export async function exportReportVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, out, language = 'da' } = options;
  const kind = path.extname(out ?? '').toLowerCase();
  if (kind !== '.pdf' && kind !== '.csv') return wrongUsage('--out names a file that ends in .pdf or .csv.');
  if (language !== 'da' && language !== 'en') return wrongUsage('--language is da or en.');
  const refused = noSuchDay(asked);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const made = await orderReport(world, null, { asOf: asked ?? dayOf(world.now()), map: reportMap });
    if (!made.ok) return { exit: 1, error: 'because' in made ? `${made.reason}: ${made.because}` : made.reason };
    const found = await findSnapshot(world, null, { id: made.id });
    if (!found.ok) throw new Error('A report has a snapshot.');
    const content = kind === '.pdf' ? await pdfOf(world, made.id, language) : tableOf(world, language, found.snapshot);
    writeWhole(out!, content);
    const { id, asOf, sha256 } = found.snapshot;
    return {
      exit: 0,
      text: `${out}: as of ${asOf}, checksum ${sha256}`,
      json: json['readiness export']({ file: out!, snapshot: id, asOf, sha256 }),
    };
  });
}

async function pdfOf(world: World, snapshotId: string, language: 'da' | 'en'): Promise<Uint8Array> {
  const file = await readReportFile(world, null, { snapshotId, language });
  if (!file) throw new Error('A report that was made can be read.');
  return file.bytes;
}

function tableOf(...given: Parameters<typeof reportTable>): string {
  const { head, rows, notes } = reportTable(...given);
  return csvOf([[...head, notes.head], ...rows.map((row) => [...row, notes.texts.join(' ')])]);
}
