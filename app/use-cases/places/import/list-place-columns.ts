import type { Viewer } from '#app/use-cases/viewer.ts';
import { importColumns } from '#curriculum/places/import-columns.ts';
import { kindsFor } from './kinds-for.ts';

/** The columns of a file about places; undefined for whoever may not import it. */
export function listPlaceColumns(viewer: Viewer, asked: string): readonly string[] | undefined {
  const kind = kindsFor(viewer).find((each) => each === asked);
  return kind && [...importColumns[kind].required, ...importColumns[kind].more];
}
