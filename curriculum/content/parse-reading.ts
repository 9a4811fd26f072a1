import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { readYaml, sayIssues } from '../read-yaml.ts';
import type { Fact } from './fact.ts';

export type Section = { id: string; title: string; html: string };
/** A lesson, a task or the programme of a day, ready to be shown. */
export type Reading = { title: string; facts: string[]; sections: Section[]; sourcesHtml: string; words: number };
export type ReadingKind = 'lesson' | 'practical' | 'day';

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  facts: z.array(z.string()).min(1, 'Name the facts this text rests on.'),
});
const lessonShape = ['Oplæg', 'Opgave', 'Opsamling'];
const confidence = { V: 'Bekræftet i en kilde.', H: 'Historisk, fra forsøget i 2012.', J: 'Faglig vurdering.' };

/** Reads one Markdown file with front matter; says every problem in it. */
export function parseReading(
  text: string,
  file: string,
  kind: ReadingKind,
  facts: ReadonlyMap<string, Fact>,
): { reading: Reading | undefined; problems: Problem[] } {
  const fence = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!fence)
    return {
      reading: undefined,
      problems: [problem(file, 1, 'Begin the file with front matter: ---, title, facts, ---.')],
    };
  const yaml = readYaml(fence[1]!, file, 2);
  const head = FrontMatter.safeParse(yaml.raw);
  if (yaml.problems.length === 0) sayIssues(head.error?.issues ?? [], yaml.raw, yaml.say);
  const problems = [...yaml.problems];
  const bodyLine = fence[0].split('\n').length - 1;
  const body = text.slice(fence[0].length);
  const tell = (line: number, message: string) => problems.push(problem(file, line + bodyLine, message));

  const named = new Set(head.data?.facts ?? []);
  const used = new Set<string>();
  for (const id of named) if (!facts.has(id)) yaml.say(['facts'], `There is no fact "${id}" in facts.yaml.`);
  const known = [...facts.values()].filter(({ id }) => body.includes(`[^${id}]`));
  const tree = markdown.parse(`${body}\n\n${known.map(footnote).join('\n')}`) as Root;
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'html') tell(line, 'Write Markdown, not HTML.');
    if (node.type === 'image') tell(line, 'Pictures are not supported here; say it in words.');
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type === 'text')
      for (const [, id] of node.value.matchAll(/\[\^([^\]]+)\]/g))
        tell(line, `There is no fact "${id}" in facts.yaml.`);
  });
  for (const id of used) if (!named.has(id)) tell(0, `The text rests on ${id}; add it to facts in the front matter.`);
  for (const id of named)
    if (facts.has(id) && !used.has(id)) tell(0, `The front matter names ${id}, but no sentence carries [^${id}].`);

  const headings = tree.children.filter((node) => node.type === 'heading' && node.depth === 2);
  const titles = headings.map((node) => plainText(node));
  if (kind === 'lesson' && titles.join() !== lessonShape.join())
    tell(headings[0]?.position?.start.line ?? 1, `A lesson has the sections ${lessonShape.join(', ')} in this order.`);
  if (kind !== 'lesson' && titles.length === 0) tell(1, 'Give the text at least one section: ## …');
  if (!head.success || problems.length > 0) return { reading: undefined, problems };

  const { sections, sourcesHtml } = toHtml(tree);
  const words = body.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return { reading: { title: head.data.title, facts: [...named], sections, sourcesHtml, words }, problems };
}

const problem = (file: string, line: number, message: string): Problem => ({
  file,
  line,
  column: 1,
  path: '',
  message,
  severity: 'error',
});

const footnote = ({ id, source, confidence: sure, reviewBy }: Fact) =>
  `[^${id}]: ${source.replace(/([[\]*_<>`])/g, '\\$1')}. ${confidence[sure]} Tjek igen senest ${danishDay(reviewBy)}.`;

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
function danishDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}. ${months[month! - 1]} ${year}`;
}

const markdown = unified().use(remarkParse).use(remarkGfm);
const html = unified()
  .use(remarkRehype, {
    clobberPrefix: 'kilde-',
    footnoteLabel: 'Kilder',
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: {},
    footnoteBackLabel: (reference: number) => `Tilbage til teksten, kilde ${reference + 1}`,
  })
  .use(scrollingTables)
  .use(rehypeStringify);

/** A wide table scrolls by itself, also by keyboard. */
function scrollingTables(): ReturnType<Plugin<[], HtmlRoot>> {
  return (tree: HtmlRoot) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || index === null || !parent) return;
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['rul'], tabIndex: 0, role: 'group', ariaLabel: 'Tabel' },
        children: [node],
      };
      parent.children[index] = region;
      return 'skip';
    });
  };
}

function toHtml(tree: Root): { sections: Section[]; sourcesHtml: string } {
  const whole = html.runSync(tree) as HtmlRoot;
  const sections: { id: string; title: string; children: ElementContent[] }[] = [];
  let sources = '';
  for (const node of whole.children) {
    if (node.type === 'element' && node.tagName === 'section') sources = html.stringify(node as never) as string;
    else if (node.type === 'element' && node.tagName === 'h2') {
      const title = textIn(node);
      sections.push({ id: slug(title), title, children: [] });
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

const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function plainText(node: Nodes): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

function textIn(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : ''))
    .join('');
}
