import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { z } from 'zod';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { readYaml, reportIssues, type YamlFile } from '#curriculum/read-yaml.ts';
import { criteriaIn, plainText } from './criteria-in.ts';
import type { Fact } from './fact.ts';
import { footnoteOf } from './footnote.ts';
import { countWords, minutesSetAside } from './measures/lesson-minutes.ts';
import { lixOf } from './measures/lix.ts';
import { type AroundBlocks, type Blocks, readBlocks } from './read-blocks.ts';
import type { Reading, ReadingKind } from './reading.ts';
import { readingHtml } from './reading-html.ts';
import { readingWords } from './reading-words.ts';
import { sayOfShape } from './translations/say-of-shape.ts';

export type { Reading, ReadingKind } from './reading.ts';
export type { Section } from './reading-html.ts';

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  facts: z.array(z.string()).min(1, 'Name the facts this text rests on.'),
});
const markdown = unified().use(remarkParse).use(remarkGfm);

type Tell = (line: number, message: string) => void;

/** Reads one Markdown file with front matter and reports every problem in it. */
export function parseReading(
  text: string,
  file: string,
  kind: ReadingKind,
  around: AroundBlocks,
  /** The Danish text that this one translates. */
  danish?: Reading,
): { reading: Reading | undefined; problems: Problem[] } {
  const fence = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!fence)
    return {
      reading: undefined,
      problems: [problem(file, 1, 'Begin the file with front matter: ---, title, facts, ---.')],
    };
  const yaml = readYaml(fence[1]!, file, 2);
  const head = FrontMatter.safeParse(yaml.raw, inPlainWords);
  if (yaml.raw !== undefined) reportIssues(head.error?.issues ?? [], yaml.raw, yaml.say);
  const bodyLine = fence[0].split('\n').length - 1;
  const body = text.slice(fence[0].length);
  const found: Problem[] = [];
  const tell: Tell = (line, message) => found.push(problem(file, line + bodyLine, message));

  const { facts } = around;
  const language = danish ? 'en' : 'da';
  const place = { file, firstLine: bodyLine + 1, isLesson: kind === 'lesson', language } as const;
  const { tree, used, blocks } = readBody(body, { facts, language }, tell, (whole) =>
    readBlocks(whole, place, around, found),
  );
  sayFacts(yaml, used, facts, tell);
  saySections(tree, kind === 'lesson' ? readingWords[language].sections : undefined, tell);
  if (danish) sayOfShape(tree, { facts: [...used.keys()], ...blocks }, danish, tell);
  const problems = [...yaml.problems, ...found];
  if (!head.success || problems.length > 0) return { reading: undefined, problems };

  const named = [...new Set(head.data.facts)];
  const criteria = criteriaIn(tree);
  return {
    reading: {
      language,
      title: head.data.title,
      facts: named,
      ...readingHtml(tree, { language, danish: danish?.sections }),
      words: countWords(body),
      setAside: minutesSetAside(body),
      lix: lixOf(body),
      criteria,
      ...blocks,
    },
    problems,
  };
}

/** The tree of a text with a footnote for each fact it uses, and the line where each is first used. */
function readBody(
  body: string,
  { facts, language }: { facts: ReadonlyMap<string, Fact>; language: Language },
  tell: Tell,
  takeBlocks: (tree: Root) => Blocks,
): { tree: Root; used: UsedFacts; blocks: Blocks } {
  // Markdown reads [^x] as a reference only when x is defined, so empty definitions are laid below and filled here.
  const cited = [...facts.values()].filter(({ id }) => body.includes(`[^${id}]`));
  const tree = markdown.parse(`${body}\n\n${cited.map(({ id }) => `[^${id}]: .`).join('\n')}`) as Root;
  const lines = body.split('\n').length;
  const blocks = takeBlocks(tree);
  const used: UsedFacts = new Map();
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'footnoteDefinition':
        if (line > lines) {
          node.children = footnoteOf(facts.get(node.identifier)!, language);
          return SKIP;
        }
        tell(line, `Take out the note [^${node.identifier}]: …; notes are written from facts.yaml.`);
        return;
      case 'html':
        return tell(line, 'Write Markdown, not HTML.');
      case 'image':
      case 'imageReference':
        return tell(line, 'A figure stands on a line of its own: ![…](figures/name.svg "…").');
      case 'code':
        if (node.lang) tell(line, `Put the block \`\`\`${node.lang} on its own, not into a list or a quotation.`);
        return;
      case 'link':
      case 'definition':
        if (!/^(https?:\/\/|mailto:|tel:|[#/])/i.test(node.url))
          tell(line, `The link "${node.url}" leads nowhere; begin it with https://, mailto:, tel:, / or #.`);
        return;
      case 'footnoteReference':
        if (!used.has(node.identifier)) used.set(node.identifier, line);
        return;
      case 'text':
        for (const [, id] of node.value.matchAll(/\[\^([^\]]+)\]/g))
          tell(line, `There is no fact "${id}" in facts.yaml.`);
    }
  });
  if (body.includes('[[')) markTerms(tree);
  return { tree, used, blocks };
}

/** Words of the glossary are written as [[word]], or as [[words shown|word]]. They become a mark that a page explains. */
function markTerms(tree: Root): void {
  visit(tree, 'text', (node, at, parent) => {
    if (at === undefined || !parent || !node.value.includes('[[')) return;
    const parts = node.value.split(/\[\[([^[\]]+)\]\]/);
    const marked = parts.flatMap((value, place): PhrasingContent[] => {
      if (place % 2 === 0) return value ? [{ type: 'text', value }] : [];
      const [shown = '', term = shown] = value.split('|').map((each) => each.trim());
      const data = { hName: 'span', hProperties: { dataTerm: term } };
      return [{ type: 'emphasis', children: [{ type: 'text', value: shown }], data }];
    });
    parent.children.splice(at, 1, ...(marked as never[]));
    return [SKIP, at + marked.length];
  });
}

type UsedFacts = Map<string, number>;

/** The front matter names the facts of the text: all of them, and no others. */
function sayFacts(yaml: YamlFile, used: UsedFacts, facts: ReadonlyMap<string, Fact>, tell: Tell): void {
  // A front matter without a readable list has its own problem; we do not report the text as well.
  const named = FrontMatter.shape.facts.safeParse((yaml.raw as { facts?: unknown } | null | undefined)?.facts).data;
  if (!named) return;
  named.forEach((id, at) => {
    if (!facts.has(id)) yaml.say(['facts', at], `There is no fact "${id}" in facts.yaml.`);
    else if (!used.has(id)) yaml.say(['facts', at], `The front matter names ${id}, but no sentence carries [^${id}].`);
  });
  for (const [id, line] of used)
    if (!named.includes(id)) tell(line, `The text rests on ${id}; add it to facts in the front matter.`);
}

/** Only text under a section heading is shown; a lesson has three sections. */
function saySections(tree: Root, shape: readonly string[] | undefined, tell: Tell): void {
  const shown = tree.children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
  const lineOf = (node: Nodes | undefined) => node?.position?.start.line ?? 1;
  const headings = shown.filter(isSection);
  const titles = headings.map(plainText);
  if (shape && titles.join() !== shape.join())
    tell(lineOf(headings[0]), `A lesson has the sections ${shape.join(', ')} in this order.`);
  if (!shape && titles.length === 0) tell(1, 'Give the text at least one section: ## …');
  if (titles.length > 0 && !isSection(shown[0]!))
    tell(lineOf(shown[0]), 'Move this below the first ##; what stands above it is not shown.');
  shown.forEach((node, at) => {
    if (node.type === 'heading' && node.depth === 1)
      tell(lineOf(node), 'The title stands in the front matter; begin a section with ##.');
    if (!isSection(node)) return;
    const next = shown[at + 1];
    if (!next || isSection(next)) tell(lineOf(node), `The section "${plainText(node)}" has no text.`);
    visit(node, 'footnoteReference', () => tell(lineOf(node), 'A heading carries no note; put it on the text below.'));
  });
}

const isSection = (node: Nodes) => node.type === 'heading' && node.depth === 2;

const problem = (file: string, line: number, message: string): Problem => ({
  file,
  line,
  column: 1,
  path: '',
  message,
  severity: 'error',
});
