import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type ImportKind, importKinds } from '#curriculum/places/import-columns.ts';

/** What this viewer may import: people only if they manage people. */
export function kindsFor(viewer: Viewer | null): ImportKind[] {
  if (viewer && !may(viewer, 'manage-places')) return [];
  return importKinds.filter((kind) => viewer === null || kind !== 'vejledere' || may(viewer, 'manage-people'));
}
