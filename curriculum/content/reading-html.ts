import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';

export type Section = { id: string; title: string; html: string };

const html = unified()
  .use(remarkRehype, {
    clobberPrefix: 'kilde-',
    footnoteLabel: 'Kilder',
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: {},
    footnoteBackLabel: (reference: number, again: number) =>
      `Tilbage til teksten, kilde ${reference + 1}${again > 1 ? `, sted ${again}` : ''}`,
  })
  .use(scrollingTables)
  .use(rehypeStringify);

/** Lets a wide table scroll on its own, also by keyboard. */
function scrollingTables(): ReturnType<Plugin<[], HtmlRoot>> {
  return (tree: HtmlRoot) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || index === null || !parent) return;
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Tabel' },
        children: [node],
      };
      parent.children[index] = region;
      return 'skip';
    });
  };
}

/** The HTML of each section of a text, and of its sources. */
export function readingHtml(tree: Root): { sections: Section[]; sourcesHtml: string } {
  const whole = html.runSync(tree) as HtmlRoot;
  const sections: { id: string; title: string; children: ElementContent[] }[] = [];
  let sources = '';
  for (const node of whole.children) {
    if (node.type === 'element' && node.tagName === 'section') sources = html.stringify(node as never) as string;
    else if (node.type === 'element' && node.tagName === 'h2') {
      const title = textIn(node);
      const taken = sections.map(({ id }) => id);
      sections.push({ id: freeId(slug(title) || 'afsnit', taken), title, children: [] });
    } else if (node.type === 'element') sections.at(-1)?.children.push(node);
  }
  return {
    sections: sections.map(({ id, title, children }) => ({
      id,
      title,
      html: html.stringify({ type: 'root', children } as never) as string,
    })),
    sourcesHtml: sources,
  };
}

function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let number = 2; taken.includes(id); number++) id = `${wanted}-${number}`;
  return id;
}

const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function textIn(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : ''))
    .join('');
}
