import { type Encoding, textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { wholeName } from '#app/use-cases/people/whole-name.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import { isBinary } from './is-binary.ts';
import { type ImportRefused, type JudgedRow, judgeImport, mostImportBytes } from './judge-import.server.ts';

export type ImportRow = Pick<
  JudgedRow,
  | 'line'
  | 'email'
  | 'library'
  | 'libraryName'
  | 'closedOn'
  | 'verdict'
  | 'refusal'
  | 'wouldBe'
  | 'sameAs'
  | 'registered'
  | 'hasNamesake'
  | 'farDay'
> & { name: string };
type Preview = { ok: true; rows: ImportRow[]; text: string; encoding: Encoding } | ImportRefused;

/** Shows what an import would do, row by row, without writing anything. */
export async function previewImport(
  world: World,
  viewer: Viewer,
  input: { holdId: string; bytes: Uint8Array },
): Promise<Preview> {
  const hold = await findHoldToFill(world, world.db, viewer, input.holdId);
  if (!hold) return { ok: false, reason: 'not-found' };
  if (input.bytes.length > mostImportBytes) return { ok: false, reason: 'too-large' };
  const read = textOfBytes(input.bytes);
  if (!read)
    return { ok: false, reason: isBinary(Buffer.from(input.bytes).toString('latin1')) ? 'not-csv' : 'encoding' };
  const judged = await judgeImport(world, world.db, hold, read.text);
  return judged.ok ? { ok: true, rows: judged.rows.map(shown), ...read } : judged;
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
  garbled,
  ...row
}: JudgedRow): ImportRow => ({
  ...row,
  name: wholeName({ givenName, familyName }),
});
