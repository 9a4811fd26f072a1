import type { ImportKind } from '#curriculum/places/import-columns.ts';

export type RowRefusal =
  | 'cells'
  | 'encoding'
  | 'contradicts'
  | 'duplicate'
  | 'number'
  | 'not-public'
  | 'no-operator'
  | 'municipality'
  | 'name'
  | 'guidance'
  | 'coordinates'
  | 'from'
  | 'until'
  | 'has-people'
  | 'people-before'
  | 'period'
  | 'figure'
  | 'no-figure'
  | 'source'
  | 'email'
  | 'role'
  | 'library'
  | 'library-closed'
  | 'library-not-open'
  | 'elsewhere'
  | 'blocked'
  | 'not-adviser';

/** A row of a file, and what an import would do with it. */
export type JudgedRow = {
  kind: ImportKind;
  line: number;
  cells: string[];
  /** What the row is about: a number, a code and period, an address. */
  about: string;
  name: string;
} & (
  | { verdict: 'new' | 'changed' | 'same'; changes: string[] }
  | { verdict: 'refused'; refusal: RowRefusal; sameAs?: number }
);
