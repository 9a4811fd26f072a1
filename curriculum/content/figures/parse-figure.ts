import { parseXml, type XmlDocument, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import type { Problem } from '#curriculum/problem.ts';
import { figureColours } from './figure-colours.ts';

/** A drawing that is safe to show, and its size. */
export type Figure = { svg: string; width: number; height: number };

/** A figure that is larger would be slow on a phone. */
const mostBytes = 30_000;

const elements = new Set('svg title desc g path rect circle ellipse line polyline polygon text tspan'.split(' '));
const attributes = new Set(
  [
    'xmlns viewBox width height id role aria-labelledby aria-hidden focusable transform d points x y x1 y1 x2 y2 cx cy r rx ry dx dy',
    'fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset',
    'stroke-opacity opacity vector-effect text-anchor dominant-baseline font-size font-weight font-style font-family xml:lang',
  ]
    .join(' ')
    .split(' '),
);
const colours = new Set(['none', ...Object.values(figureColours)]);
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Reads one SVG file. Only what a drawing needs is allowed, so that no script, style, event handler or address of
 * another place can be in it, and every colour has a counterpart on a dark page.
 */
export function parseFigure(text: string, file: string): { figure: Figure | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const sayAt = (line: number, column: number, message: string) =>
    problems.push({ file, line, column, path: '', message, severity: 'error' });
  const say = (offset: number, message: string) => {
    const before = text.slice(0, Math.max(0, offset)).split('\n');
    sayAt(before.length, before.at(-1)!.length + 1, message);
  };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > mostBytes)
    say(0, `The figure has ${bytes} bytes; make it at most ${mostBytes}, for example with fewer digits in its paths.`);
  const document = documentOf(text, sayAt);
  if (!document) return { figure: undefined, problems };
  for (const node of document.children)
    if (node.type !== 'element' && node.type !== 'comment')
      say(node.start, `Take out ${text.slice(node.start, node.start + 20).split(/[\s>]/)[0]}: a figure is one <svg>.`);
  if (document.root) sayOfElement(document.root, say);
  const size = document.root && sizeOf(document.root, say);
  return { figure: size && problems.length === 0 ? { svg: text, ...size } : undefined, problems };
}

function documentOf(
  text: string,
  sayAt: (line: number, column: number, message: string) => void,
): XmlDocument | undefined {
  try {
    return parseXml(text, { includeOffsets: true, preserveDocumentType: true });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    sayAt(error.line, error.column, `This is not XML: ${error.message.split('\n')[0]!.replace(/ \(line.*$/, '')}.`);
    return undefined;
  }
}

type Say = (offset: number, message: string) => void;

function sayOfElement(element: XmlElement, say: Say): void {
  if (!elements.has(element.name)) {
    say(element.start, `Take out <${element.name}>: a figure has only ${[...elements].slice(1).join(', ')}.`);
    return;
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!attributes.has(name)) say(element.start, `Take out ${name}="…" of <${element.name}>: ${reasonAgainst(name)}`);
    else if ((name === 'fill' || name === 'stroke') && !colours.has(value.toLowerCase()))
      say(element.start, `${name}="${value}" is not a colour of the figures: ${[...colours].join(', ')}.`);
    else if (/url\s*\(|javascript:/i.test(value)) say(element.start, `${name}="${value}" leads out of the figure.`);
    else if (name === 'xmlns' && value !== svgNamespace) say(element.start, `xmlns is ${svgNamespace}.`);
  }
  for (const child of element.children) {
    if (child instanceof XmlElement) sayOfElement(child, say);
    else if (child.type === 'pi') say(child.start, 'Take out the processing instruction (<?…?>).');
    else if (
      child instanceof XmlText &&
      child.text.trim() &&
      !['title', 'desc', 'text', 'tspan'].includes(element.name)
    )
      say(element.start, `Words stand in <text>, not in <${element.name}>.`);
  }
}

function reasonAgainst(name: string): string {
  if (/^on/i.test(name)) return 'a figure does nothing by itself.';
  if (/href$/i.test(name)) return 'a figure leads nowhere.';
  if (name === 'style' || name === 'class') return 'name its colours by fill and stroke instead.';
  return 'a drawing does not need it.';
}

function sizeOf(root: XmlElement, say: Say): { width: number; height: number } | undefined {
  if (root.name !== 'svg') return void say(root.start, 'A figure begins with <svg>.');
  if (root.attributes.xmlns !== svgNamespace)
    say(root.start, `Give <svg> xmlns="${svgNamespace}"; without it, no browser draws the file.`);
  const [, width, height] =
    /^\s*0[\s,]+0[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*$/.exec(root.attributes.viewBox ?? '') ?? [];
  if (!Number(width) || !Number(height))
    return void say(root.start, 'Give <svg> its size: viewBox="0 0 560 316", beginning at 0 0.');
  return { width: Number(width), height: Number(height) };
}
