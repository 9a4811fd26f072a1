import type { Reading } from './parse-reading.ts';

/** The title of a section or heading of a text, by the id that an address names it with. */
export const headingIn = ({ sections }: Pick<Reading, 'sections'>, id: string): string | undefined =>
  sections.flatMap(({ headings, ...section }) => [section, ...headings]).find((each) => each.id === id)?.title;
