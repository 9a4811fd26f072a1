import { readFileSync } from 'node:fs';
import type { Environment } from '#app/platform/env.server.ts';
import { commitPlaces } from '#app/use-cases/places/import/commit-places.server.ts';
import type { ImportReadiness } from '#app/use-cases/places/import/import-readiness.server.ts';
import type { JudgedRow } from '#app/use-cases/places/import/judged-row.ts';
import { previewPlaces } from '#app/use-cases/places/import/preview-places.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/** `places import FILE --kind biblioteker|maalgruppe|vejledere [--dry-run]`. Refused rows do not stop the others. */
export async function importVerb({ args: [file], options }: Input, env: Environment): Promise<Answer> {
  const { kind } = options;
  if (!file || !kind) return wrongUsage();
  const bytes = readFileSync(file);
  return inWorld(
    env,
    async (world): Promise<Answer> => {
      const seen = await previewPlaces(world, null, { kind, bytes });
      if (!seen.ok) return refusal(seen);
      const lines = seen.rows.filter(({ verdict }) => verdict !== 'same').map(lineOf);
      if ('dry-run' in options) return said(lines, seen, true);
      const outcome = await commitPlaces(world, null, { kind, text: seen.text });
      return outcome.ok ? said(lines, seen, false) : refusal(outcome);
    },
    { migrate: true },
  );
}

const lineOf = (row: JudgedRow) =>
  `line ${row.line} ${row.about}: ${row.verdict === 'refused' ? `refused, ${row.refusal}${row.sameAs ? ` (line ${row.sameAs})` : ''}` : [row.verdict, ...row.changes].join(' ')}`;

type Seen = { rows: readonly JudgedRow[]; readiness: ImportReadiness | null };

function said(lines: readonly string[], { rows, readiness }: Seen, dryRun: boolean): Answer {
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  const sum = `${counts.new} new, ${counts.changed} changed, ${counts.same} as before, ${counts.refused} refused`;
  const moved = (readiness?.changed ?? []).map(
    ({ name, from, to, gates }) =>
      `${name}: ${from} -> ${to}${gates.map(({ key, to: is }) => `, ${key} ${is}`).join('')}`,
  );
  const text = [...lines, ...moved, sum].join('\n');
  return { exit: 0, text, json: json['places import'](rows, counts, dryRun, readiness) };
}

function refusal(refused: { reason: string; line?: number; name?: string }): Answer {
  const where = refused.line ? ` (line ${refused.line})` : refused.name ? ` (${refused.name})` : '';
  return { exit: 1, error: `${refused.reason}${where}`, json: json.places({ ok: false, reason: refused.reason }) };
}
