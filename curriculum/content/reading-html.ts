import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { readingWords } from './reading-words.ts';

/** A piece of prose, or the id of an exercise that stands between two pieces. */
export type Part = { html: string } | { exercise: string };
/** A section (##) with its headings (###), which the contents list. */
export type Section = { id: string; title: string; headings: { id: string; title: string }[]; parts: Part[] };

const htmlIn = (language: Language) =>
  unified()
    .use(remarkRehype, {
      clobberPrefix: 'kilde-',
      footnoteLabel: readingWords[language].sources,
      footnoteLabelTagName: 'h2',
      footnoteLabelProperties: {},
      footnoteBackLabel: (reference: number, again: number) => readingWords[language].back(reference + 1, again),
    })
    .use(scrollingTables, readingWords[language].table)
    .use(rehypeStringify);
const processors = { da: htmlIn('da'), en: htmlIn('en') };
const html = processors.da;

/** Lets a wide table scroll on its own, also by keyboard. */
function scrollingTables(ariaLabel: string): ReturnType<Plugin<[string], HtmlRoot>> {
  return (tree: HtmlRoot) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || index === null || !parent) return;
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel },
        children: [node],
      };
      parent.children[index] = region;
      return 'skip';
    });
  };
}

type Told = { language: Language; danish?: readonly Section[] | undefined };

/**
 * The HTML of each section of a text, and of its sources. A translation takes the ids of the Danish sections and headings,
 * because notes, bookmarks and other pages name them.
 */
export function readingHtml(tree: Root, { language, danish }: Told): { sections: Section[]; sourcesHtml: string } {
  const whole = processors[language].runSync(tree) as HtmlRoot;
  const taken: string[] = [];
  const takeId = (title: string) => {
    const id = freeId(slug(title) || readingWords[language].section, taken);
    taken.push(id);
    return id;
  };
  // Sections first: their names are the addresses that readers and other pages know.
  const titles = whole.children.flatMap((node) => (isElement(node, 'h2') ? [textIn(node)] : []));
  const ids = titles.map((title, at) => danish?.[at]?.id ?? takeId(title));
  const sections: { id: string; title: string; headings: Section['headings']; children: ElementContent[] }[] = [];
  let sources = '';
  for (const node of whole.children) {
    if (node.type !== 'element') continue;
    const section = sections.at(-1);
    if (node.tagName === 'section') sources = html.stringify(node as never) as string;
    else if (node.tagName === 'h2')
      sections.push({ id: ids[sections.length]!, title: textIn(node), headings: [], children: [] });
    else {
      if (section && node.tagName === 'h3') {
        const own = danish?.[sections.length - 1]?.headings[section.headings.length]?.id;
        const heading = { id: own ?? takeId(textIn(node)), title: textIn(node) };
        section.headings.push(heading);
        node.properties.id = heading.id;
      }
      section?.children.push(node);
    }
  }
  return {
    sections: sections.map(({ children, ...section }) => ({ ...section, parts: partsOf(children) })),
    sourcesHtml: sources,
  };
}

function partsOf(children: readonly ElementContent[]): Part[] {
  const parts: Part[] = [];
  let prose: ElementContent[] = [];
  const close = () => {
    if (prose.length > 0) parts.push({ html: html.stringify({ type: 'root', children: prose } as never) as string });
    prose = [];
  };
  for (const node of children) {
    if (isElement(node, 'exercise')) {
      close();
      parts.push({ exercise: String(node.properties.id) });
    } else prose.push(node);
  }
  close();
  return parts;
}

const isElement = (node: HtmlRoot['children'][number], tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;

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
