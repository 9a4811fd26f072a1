import { type InkKind, inkKindOf } from '#certificates/drawing/meaning.ts';
import { operationsOf } from './content-operations.ts';
import type { FontMap } from './font-maps.ts';
import { type Box, emptyBox, extendBox, type Matrix, multiplyMatrices } from './geometry.ts';

/** `box` covers the letters without accents and with only part of the descenders. */
export type TextRun = { kind: 'text'; start: number; end: number; text: string; box: Box };
/** `start` is at the mark, `end` is before the closing Q, and `body` is the first byte after the mark. */
export type Ink = { kind: InkKind; start: number; body: number; end: number; box: Box };
export type ContentPart = TextRun | Ink;

// The positions of the points among the operands.
const points: Record<string, number[]> = { m: [0], l: [0], c: [0, 2, 4], h: [] };
const paintOperators = new Set(['f', 'S', 'B']);
const graphicsStateOperators = new Set(['w', 'J', 'j', 'd', 'gs', 'cs', 'CS', 'scn', 'SCN']);
/** What is drawn after them is hidden outside of a path: nothing but ink may be. */
const clipOperators = new Set(['W', 'n']);

/**
 * Finds which bytes of a page's content write which text, and which belong to a declared canvas. Undeclared drawing is
 * refused, and so is every operator that our drawings do not use.
 */
export function readContent(source: string, fonts: Map<string, FontMap>): ContentPart[] {
  const found: ContentPart[] = [];
  const saved: { matrix: Matrix; ink: Ink | undefined }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let origin = matrix;
  let ink: Ink | undefined;
  let run: TextRun | undefined;
  let font: FontMap | undefined;
  let size = 0;
  for (const { name, args, start, end } of operationsOf(source)) {
    const numbers = args.map(Number);
    switch (name) {
      case 'q':
        saved.push({ matrix, ink });
        break;
      case 'Q': {
        const outer = saved.pop();
        if (!outer) throw new Error('Q without q');
        if (ink && ink !== outer.ink) found.push(Object.assign(ink, { end: start }));
        ({ matrix, ink } = outer);
        break;
      }
      case 'cm':
        matrix = multiplyMatrices(numbers as Matrix, matrix);
        break;
      case 'M': {
        const kind = inkKindOf(numbers[0]!);
        if (!kind || ink) throw new Error(`a mark out of place at ${start}`);
        ink = { kind, start, body: end, end: -1, box: emptyBox() };
        break;
      }
      case 're': {
        const [x, y, width, height] = numbers as Box;
        if (ink) for (const dx of [0, width]) for (const dy of [0, height]) extendBox(ink.box, matrix, x + dx, y + dy);
        break;
      }
      case 'BT':
        if (ink) throw new Error(`text drawn inside a canvas at ${start}`);
        run = { kind: 'text', start, end: -1, text: '', box: emptyBox() };
        break;
      case 'Tf':
        font = fonts.get(args[0]!);
        size = numbers[1]!;
        break;
      case 'Tm':
        origin = multiplyMatrices(numbers as Matrix, matrix);
        break;
      case 'TJ': {
        if (!run || !font) throw new Error(`text outside a text object at ${start}`);
        const codes = args.flatMap((arg) => (arg[0] === '<' ? (arg.match(/\w{4}/g) ?? []) : []));
        const kerning = numbers.reduce((sum, number) => sum + (number || 0), 0);
        const width = codes.reduce((sum, code) => sum + font!.width(Number.parseInt(code, 16)), -kerning);
        run.text += codes.map((code) => font!.letters(Number.parseInt(code, 16))).join('');
        extendBox(run.box, origin, 0, -0.2 * size);
        extendBox(run.box, origin, (width * size) / 1000, 0.7 * size);
        break;
      }
      case 'ET':
        found.push(Object.assign(run!, { end }));
        run = undefined;
        break;
      default:
        if (points[name]) {
          if (ink) for (const at of points[name]) extendBox(ink.box, matrix, numbers[at]!, numbers[at + 1]!);
        } else if (paintOperators.has(name) || clipOperators.has(name)) {
          if (!ink) throw new Error(`undeclared ink at ${start}`);
        } else if (!graphicsStateOperators.has(name)) throw new Error(`unexpected operator ${name} at ${start}`);
    }
  }
  if (saved.length > 0 || run) throw new Error('the content stream ends too early');
  return found;
}
