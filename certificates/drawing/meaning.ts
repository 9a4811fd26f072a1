/** What a page says, apart from how it looks, in reading order. The page declares it; the tagger proves and records it. */
export type Meaning =
  | { role: 'H1' | 'H2' | 'P'; texts: string[] }
  | { role: 'L'; items: { label: string; body: string }[] }
  | { role: 'Link'; lines: string[]; uri: string; alt: string }
  | { role: 'Figure'; alt: string };

export type InkKind = 'ornament' | 'figure';

// A canvas says what it is in its first operator: a miter limit that no drawing would use. Nothing here has mitred
// joins, q and Q confine it, and the tagger puts the marked-content operator in its place.
const limits: Record<InkKind, number> = { ornament: 1000, figure: 1001 };

export const miterLimitOf = (kind: InkKind): number => limits[kind];

export const inkKindOf = (miterLimit: number): InkKind | undefined =>
  (Object.keys(limits) as InkKind[]).find((kind) => limits[kind] === miterLimit);
