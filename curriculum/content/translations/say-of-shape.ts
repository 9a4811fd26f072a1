import type { Root } from 'mdast';
import { plainText } from '#curriculum/content/criteria-in.ts';
import type { Reading } from '#curriculum/content/reading.ts';

type Parts = Pick<Reading, 'facts' | 'exercises' | 'files'>;

/**
 * Reports where a translated text is built otherwise than the Danish one: other headings, exercises, figures or facts.
 * Notes, bookmarks and links name the headings by their place.
 */
export function sayOfShape(
  tree: Root,
  parts: Parts,
  danish: Reading,
  tell: (line: number, message: string) => void,
): void {
  const expected = danish.sections.flatMap(({ title, headings }) => [
    { depth: 2, title },
    ...headings.map((heading) => ({ depth: 3, title: heading.title })),
  ]);
  const found = tree.children.flatMap((node) =>
    node.type === 'heading' && (node.depth === 2 || node.depth === 3) ? [node] : [],
  );
  const at = expected.findIndex(({ depth }, place) => found[place]?.depth !== depth);
  const line = (place: number) => found[place]?.position?.start.line ?? tree.children.at(-1)?.position?.end.line ?? 1;
  const signs = (depth: number) => '#'.repeat(depth);
  if (at >= 0)
    tell(
      line(at),
      `The Danish text has "${signs(expected[at]!.depth)} ${expected[at]!.title}" here: translate all of it.`,
    );
  else if (found.length > expected.length)
    tell(
      line(expected.length),
      `The Danish text has no "${plainText(found[expected.length]!)}": take the heading out.`,
    );
  const lists = [
    ['exercises', parts.exercises.map(({ id }) => id), danish.exercises.map(({ id }) => id)],
    ['figures', shownIn(parts), shownIn(danish)],
    ['facts', [...parts.facts].sort(), [...danish.facts].sort()],
  ] as const;
  for (const [what, own, wanted] of lists)
    if (own.join() !== wanted.join())
      tell(1, `The Danish text has the ${what} ${wanted.join(', ') || 'none'}; this has ${own.join(', ') || 'none'}.`);
}

const shownIn = ({ files }: Pick<Reading, 'files'>) => files.filter((name) => /^figures\//.test(name));
