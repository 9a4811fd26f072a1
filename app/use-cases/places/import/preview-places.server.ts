import type { UnreadableTable } from '#app/platform/csv-table.ts';
import { isBinary } from '#app/platform/is-binary.ts';
import { type Encoding, textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { judgePlaces } from './judge-places.server.ts';
import type { JudgedRow } from './judged-row.ts';
import { kindsFor } from './kinds-for.ts';

export type PlacesRefused =
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'no-kind' | 'too-large' | 'encoding' }
  | UnreadableTable;
type Preview = { ok: true; rows: JudgedRow[]; text: string; encoding: Encoding } | PlacesRefused;

const mostBytes = 1024 * 1024;

/** Shows what an import of a file about places would do, row by row, without writing anything. */
export async function previewPlaces(
  world: World,
  viewer: Viewer | null,
  input: { kind: string; bytes: Uint8Array },
): Promise<Preview> {
  const kinds = kindsFor(viewer);
  if (kinds.length === 0) return { ok: false, reason: 'forbidden' };
  const kind = kinds.find((each) => each === input.kind);
  if (!kind) return { ok: false, reason: 'no-kind' };
  if (input.bytes.length > mostBytes) return { ok: false, reason: 'too-large' };
  const read = textOfBytes(input.bytes);
  if (!read)
    return { ok: false, reason: isBinary(Buffer.from(input.bytes).toString('latin1')) ? 'not-csv' : 'encoding' };
  const file = judgePlaces(kind, read.text);
  if (!file.ok) return file;
  const rows: JudgedRow[] = [];
  for (const judge of file.judge) rows.push(await judge(world, world.db));
  return { ok: true, rows, ...read };
}
