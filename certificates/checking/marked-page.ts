import { PDFHexString } from '@cantoo/pdf-lib';
import { operationsOf } from '#certificates/file/content-operations.ts';
import type { FontMap } from '#certificates/file/font-maps.ts';
import { type Box, emptyBox, extendBox, type Matrix, multiplyMatrices } from '#certificates/file/geometry.ts';
import { Flaw, must } from './flaw.ts';

type Marked = {
  /** The number by which the structure names it; undefined for ornament. */
  number: number | undefined;
  box: Box;
};
/** `said` is what a screen reader says; it differs from the drawn text by a space at the end at most. */
export type MarkedText = Marked & { kind: 'text'; text: string; said: string; font: string; codes: number[] };
export type MarkedInk = Marked & { kind: 'figure' | 'ornament'; rectangles: Box[] };
export type MarkedStretch = MarkedText | MarkedInk;

type Mark = { tag: string; number: number | undefined; depth: number };
type State = { matrix: Matrix; fill: number[] };

const points: Record<string, number[]> = { m: [0], l: [0], c: [0, 2, 4], h: [] };
const paint = new Set(['f', 'S', 'B']);
const dress = new Set(['w', 'J', 'j', 'gs']);
// The smallest type and the weakest contrast against paper (WCAG 2.2) that anybody can read.
const smallest = 3;
const weakest = 4.5;

/**
 * Reads a finished page with the operators that we draw with, and no others: text that is upright, opaque and dark
 * enough to be read, and ink, each inside a mark.
 */
export function readMarkedPage(source: string, fonts: Map<string, FontMap>): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  const saved: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: [0, 0, 0] };
  let origin = state.matrix;
  let mark: Mark | undefined;
  let span: string | undefined;
  let ink: MarkedInk | undefined;
  let run: MarkedText | undefined;
  let font: string | undefined;
  let size = 0;

  for (const { name, args } of operationsOf(source)) {
    const numbers = args.map(Number);
    switch (name) {
      case 'q':
        saved.push(state);
        break;
      case 'Q': {
        const outer = saved.pop();
        must(outer && (!mark || saved.length >= mark.depth), 'drawn-otherwise');
        state = outer;
        break;
      }
      case 'cm':
        state = { ...state, matrix: multiplyMatrices(numbers as Matrix, state.matrix) };
        break;
      case 'cs':
      case 'CS':
        must(args.join() === '/DeviceRGB', 'drawn-otherwise');
        break;
      case 'scn':
        must(numbers.length === 3, 'drawn-otherwise');
        state = { ...state, fill: numbers };
        break;
      case 'SCN':
        must(numbers.length === 3, 'drawn-otherwise');
        break;
      case 'BMC':
        must(!mark && !run && args.join() === '/Artifact', 'drawn-otherwise');
        mark = { tag: 'Artifact', number: undefined, depth: saved.length };
        break;
      case 'BDC': {
        const actual = /^\/Span << \/ActualText <([0-9A-Fa-f]*)> >>$/.exec(args.join(' '))?.[1];
        if (actual !== undefined) {
          must(mark?.number !== undefined && span === undefined && !run, 'reads-otherwise');
          span = PDFHexString.of(actual).decodeText();
          break;
        }
        const [, tag, number] = /^\/(\w+) << \/MCID (\d+) >>$/.exec(args.join(' ')) ?? [];
        must(tag && !mark && !run, 'reads-otherwise');
        mark = { tag, number: Number(number), depth: saved.length };
        break;
      }
      case 'EMC':
        must(mark && !run && saved.length === mark.depth, 'drawn-otherwise');
        if (span !== undefined) {
          span = undefined;
          break;
        }
        if (ink) found.push(ink);
        ink = undefined;
        mark = undefined;
        break;
      case 'BT':
        must(mark && !run && !ink && mark.tag !== 'Figure', 'drawn-otherwise');
        run = { kind: 'text', number: mark.number, text: '', said: '', font: '', codes: [], box: emptyBox() };
        break;
      case 'Tf':
        font = args[0]!;
        size = numbers[1]!;
        must(fonts.has(font), 'drawn-otherwise');
        break;
      case 'Tm':
        origin = multiplyMatrices(numbers as Matrix, state.matrix);
        break;
      case 'TJ': {
        const map = font && fonts.get(font);
        must(run && map && isReadable(origin, size, state.fill), 'drawn-otherwise');
        must(run.font === '' || run.font === font, 'drawn-otherwise');
        const codes = args.flatMap((arg) => (arg[0] === '<' ? (arg.match(/\w{4}/g) ?? []) : []));
        const given = codes.map((code) => Number.parseInt(code, 16));
        const kerning = numbers.reduce((sum, number) => sum + (number || 0), 0);
        const width = given.reduce((sum, code) => sum + map.width(code), -kerning);
        run.font = font!;
        run.codes.push(...given);
        run.text += given.map(map.letters).join('');
        extendBox(run.box, origin, 0, -0.2 * size);
        extendBox(run.box, origin, (width * size) / 1000, 0.7 * size);
        break;
      }
      case 'ET': {
        must(run, 'drawn-otherwise');
        const { text } = run;
        must(mark?.number !== undefined || text.trim() === '', 'drawn-otherwise');
        must(span === undefined || span === `${text.trimEnd()} `, 'reads-otherwise');
        found.push({ ...run, said: span ?? text });
        run = undefined;
        break;
      }
      case 're':
      case 'm':
      case 'l':
      case 'c':
      case 'h': {
        ink ??= inkUnder(mark);
        const [x, y, width, height] = numbers as Box;
        if (name === 're') {
          ink.rectangles.push([x, y, width, height]);
          for (const dx of [0, width]) for (const dy of [0, height]) extendBox(ink.box, state.matrix, x + dx, y + dy);
        }
        for (const at of points[name] ?? []) extendBox(ink.box, state.matrix, numbers[at]!, numbers[at + 1]!);
        break;
      }
      default:
        if (paint.has(name)) must(ink, 'drawn-otherwise');
        else must(dress.has(name), 'drawn-otherwise');
    }
  }
  must(saved.length === 0 && !run && !mark, 'drawn-otherwise');
  return found;
}

function inkUnder(mark: Mark | undefined): MarkedInk {
  if (mark?.tag !== 'Figure' && mark?.tag !== 'Artifact') throw new Flaw('drawn-otherwise');
  const kind = mark.tag === 'Figure' ? 'figure' : 'ornament';
  return { kind, number: mark.number, box: emptyBox(), rectangles: [] };
}

function isReadable([a, b, c, d]: Matrix, size: number, fill: number[]): boolean {
  const isUpright = Math.abs(b) < 0.001 && Math.abs(c) < 0.001 && a > 0 && d > 0;
  return isUpright && size * Math.min(a, d) >= smallest && 1.05 / (luminanceOf(fill) + 0.05) >= weakest;
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminanceOf(fill: number[]): number {
  const [red, green, blue] = fill.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
