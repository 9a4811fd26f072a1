import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { judgePlaces } from './judge-places.server.ts';
import type { JudgedRow } from './judged-row.ts';
import { kindsFor } from './kinds-for.ts';

type Refused = Extract<JudgedRow, { verdict: 'refused' }>;

/** The rows of a file about places that an import refuses now, as they were written; undefined for whoever may not import. */
export async function listRefusedPlaces(
  world: World,
  viewer: Viewer | null,
  input: { kind: string; text: string },
): Promise<{ head: string[]; rows: Refused[] } | undefined> {
  const kind = kindsFor(viewer).find((each) => each === input.kind);
  const file = kind && judgePlaces(kind, input.text);
  if (!file?.ok) return undefined;
  const rows: JudgedRow[] = [];
  for (const judge of file.judge) rows.push(await judge(world, world.db));
  return { head: file.head, rows: rows.filter((row): row is Refused => row.verdict === 'refused') };
}
