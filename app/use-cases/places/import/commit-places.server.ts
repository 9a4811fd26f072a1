import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { judgePlaces } from './judge-places.server.ts';
import type { JudgedRow } from './judged-row.ts';
import { kindsFor } from './kinds-for.ts';
import type { PlacesRefused } from './preview-places.server.ts';

type Counts = Record<JudgedRow['verdict'], number>;
type Outcome = ({ ok: true } & Counts) | PlacesRefused;

/** So many rows are written before others get their turn. */
const batch = 50;
const mostText = 1024 * 1024;

/**
 * Imports a file about places: imported, changed, unchanged and refused rows add up to the rows of the file, and a refused
 * row leaves nothing behind. Each row is judged anew where it is written. Sending the same file again changes nothing, so a
 * stop midway is mended by sending it again.
 */
export async function commitPlaces(
  world: World,
  viewer: Viewer | null,
  input: { kind: string; text: string },
): Promise<Outcome> {
  const kinds = kindsFor(viewer);
  if (kinds.length === 0) return { ok: false, reason: 'forbidden' };
  const kind = kinds.find((each) => each === input.kind);
  if (!kind) return { ok: false, reason: 'no-kind' };
  if (input.text.length > mostText) return { ok: false, reason: 'too-large' };
  const file = judgePlaces(kind, input.text);
  if (!file.ok) return file;
  const counts: Counts = { new: 0, changed: 0, same: 0, refused: 0 };
  const by = viewer?.personId ?? null;
  for (let from = 0; from < file.judge.length; from += batch) {
    const done = await world.db.transaction().execute(async (trx) => {
      const rows: JudgedRow[] = [];
      for (const judge of file.judge.slice(from, from + batch)) rows.push(await judge(world, trx, { by }));
      const written = rows.filter(({ verdict }) => verdict === 'new' || verdict === 'changed');
      if (written.length > 0)
        await writeAudit(world, trx, {
          actor: by,
          action: 'places-imported',
          subject: kind,
          detail: written.map(({ line }) => line).join(' '),
        });
      return rows;
    });
    for (const { verdict } of done) counts[verdict] += 1;
  }
  return { ok: true, ...counts };
}
