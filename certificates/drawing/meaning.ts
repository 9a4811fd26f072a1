/**
 * What a page says in reading order, independent of its look. The page declares it; the tagger checks and records it.
 */
export type Meaning =
  | { role: 'H1' | 'H2' | 'H3' | 'P'; texts: string[] }
  /** Each row begins with its own heading. */
  | { role: 'Table'; summary: string; head: string[]; rows: string[][] }
  /** What stands on every page, such as its number; it is not read aloud. */
  | { role: 'Furniture'; texts: string[] }
  | { role: 'L'; items: { label: string; body: string }[] }
  | { role: 'Link'; lines: string[]; uri: string; alt: string }
  | { role: 'Figure'; alt: string };

export type InkKind = 'ornament' | 'figure';

// A canvas declares what it is in its first operator: a miter limit that no drawing would use. That has no effect,
// because we draw no mitred joins and q/Q limit it to the canvas. The tagger replaces it with the marked-content
// operator.
const limits: Record<InkKind, number> = { ornament: 1000, figure: 1001 };

export const miterLimitOf = (kind: InkKind): number => limits[kind];

export const inkKindOf = (miterLimit: number): InkKind | undefined =>
  (Object.keys(limits) as InkKind[]).find((kind) => limits[kind] === miterLimit);
