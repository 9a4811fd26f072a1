import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a text says a criterion asks for: "Det er opfyldt, når du:" and the points of the list below. */
export type Criterion = { title: string; lead: string; points: string[] };

/** The criteria that the text of a task spells out: a paragraph that begins with the title in bold, and the list after it. */
export function criteriaIn({ children }: Root): Criterion[] {
  return children.flatMap((node, at): Criterion[] => {
    const list = children[at + 1];
    if (node.type !== 'paragraph' || list?.type !== 'list') return [];
    const [first, ...rest] = node.children;
    if (first?.type !== 'strong') return [];
    return [
      {
        title: plainText(first).replace(/[.:]$/, ''),
        lead: rest.map(plainText).join('').trim(),
        points: list.children.map((item) => plainText(item).trim()),
      },
    ];
  });
}

/** The words of a part of a text, without its notes. */
export function plainText(node: Nodes): string {
  let text = '';
  visit(node, ['text', 'inlineCode'], (each) => {
    text += 'value' in each ? each.value : '';
  });
  return text;
}
