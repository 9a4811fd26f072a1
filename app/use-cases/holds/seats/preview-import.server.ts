import { isBinary } from '#app/platform/is-binary.ts';
import { type Encoding, textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { wholeName } from '#app/use-cases/people/whole-name.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import { type ImportEffect, importEffect } from './import-effect.server.ts';
import { type ImportRefused, type JudgedRow, judgeImport, mostImportBytes } from './judge-import.server.ts';

export type ImportRow = Pick<
  JudgedRow,
  | 'line'
  | 'email'
  | 'library'
  | 'libraryName'
  | 'closedOn'
  | 'opensOn'
  | 'verdict'
  | 'refusal'
  | 'wouldBe'
  | 'sameAs'
  | 'registered'
  | 'hasNamesake'
  | 'farDay'
> & { name: string };
type Preview = { ok: true; rows: ImportRow[]; effect: ImportEffect; text: string; encoding: Encoding } | ImportRefused;

/**
 * Shows what an import would do, row by row, and what it does to the readiness of the places it touches, without writing
 * anything. Whoever may import sees that much of the readiness, and no more. Without a viewer it checks no permission.
 */
export async function previewImport(
  world: World,
  viewer: Viewer | null,
  input: { holdId: string; bytes: Uint8Array; asOf?: string | undefined; language?: 'da' | 'en' },
): Promise<Preview> {
  const hold = await findHoldToFill(world, world.db, viewer, input.holdId);
  if (!hold) return { ok: false, reason: 'not-found' };
  if (input.bytes.length > mostImportBytes) return { ok: false, reason: 'too-large' };
  const read = textOfBytes(input.bytes);
  if (!read)
    return { ok: false, reason: isBinary(Buffer.from(input.bytes).toString('latin1')) ? 'not-csv' : 'encoding' };
  const judged = await judgeImport(world, world.db, hold, read.text);
  if (!judged.ok) return judged;
  const effect = await importEffect(world, judged.rows, input);
  return { ok: true, rows: judged.rows.map(shown), effect, ...read };
}

const shown = ({
  cells: _,
  employee: __,
  givenName,
  familyName,
  role,
  start,
  end,
  overfull,
  serviceId,
  garbled,
  ...row
}: JudgedRow): ImportRow => ({
  ...row,
  name: wholeName({ givenName, familyName }),
});
