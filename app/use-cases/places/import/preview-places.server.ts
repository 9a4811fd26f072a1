import type { UnreadableTable } from '#app/platform/csv-table.ts';
import { isBinary } from '#app/platform/is-binary.ts';
import { type Encoding, textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type ImportReadiness, importReadiness } from './import-readiness.server.ts';
import { judgePlaces } from './judge-places.server.ts';
import type { JudgedRow } from './judged-row.ts';
import { kindsFor } from './kinds-for.ts';

export type PlacesRefused =
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'no-kind' | 'too-large' | 'encoding' }
  | UnreadableTable;
type Preview =
  | { ok: true; rows: JudgedRow[]; readiness: ImportReadiness | null; text: string; encoding: Encoding }
  | PlacesRefused;

const mostBytes = 1024 * 1024;

/**
 * Shows what an import of a file about places would do, row by row and to the readiness of the services; nothing of it stays
 * written.
 */
export async function previewPlaces(
  world: World,
  viewer: Viewer | null,
  input: { kind: string; bytes: Uint8Array; language?: 'da' | 'en' },
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
  const writes = rows.some(({ verdict }) => verdict === 'new' || verdict === 'changed');
  const { language = 'da' } = input;
  const readiness = writes ? await importReadiness(world, file.judge, { language }) : null;
  return { ok: true, rows, readiness, ...read };
}
