import { type Painter, colours as shared } from '#certificates/drawing/certificate-ink.ts';
import type { Outline, Point } from './map-outlines.ts';
import { type ReportPart, reportParts } from './report-data.ts';

export const colours = {
  ...shared,
  mid: '#4f8f97',
  soft: '#bcd6d8',
  land: '#f1efe8',
  edge: '#57564f',
  rule: '#d8d5cb',
};
export type Ink = Painter & Record<'clip' | 'dash', (...args: any[]) => any>;

/** How each part is filled: three shades, a hatch for unknown papers, dots where nothing has begun, lines for unknown people. */
const fills: Record<ReportPart, { fill: string; pattern?: 'hatch' | 'dots' | 'lines' }> = {
  ready: { fill: colours.petrol },
  'papers-no': { fill: colours.mid },
  'papers-unknown': { fill: colours.white, pattern: 'hatch' },
  'people-under-way': { fill: colours.soft },
  'people-not-begun': { fill: colours.white, pattern: 'dots' },
  'people-unknown': { fill: colours.land, pattern: 'lines' },
};

type Box = { x0: number; y0: number; x1: number; y1: number };
/** How far the marks of a pattern are from each other, and how wide they are, in the units of the drawing. */
type Grain = { gap: number; width: number };

/** Fills a path as its part is filled, with an edge. Whatever pattern it has stays inside of it. */
function fillAs(given: Painter, part: ReportPart, trace: () => void, box: Box, grain: Grain): void {
  const p = given as Ink;
  const { fill, pattern } = fills[part];
  trace();
  p.fillColor(fill).fill();
  if (pattern) {
    p.save();
    trace();
    p.clip();
    patterns[pattern](p, box, grain);
    p.restore();
  }
  trace();
  p.lineWidth(grain.width * 0.6)
    .strokeColor(pattern || part === 'people-under-way' ? colours.edge : colours.white)
    .stroke();
}

const patterns: Record<'hatch' | 'dots' | 'lines', (p: Painter, box: Box, grain: Grain) => void> = {
  hatch: (p, { x0, y0, x1, y1 }, { gap, width }) => {
    // From edge to edge of the box, so that nothing is drawn outside of it.
    for (let at = Math.ceil((x0 + y0) / gap) * gap; at < x1 + y1; at += gap) {
      p.moveTo(Math.max(x0, at - y1), Math.min(y1, at - x0));
      p.lineTo(Math.min(x1, at - y0), Math.max(y0, at - x1));
    }
    p.lineWidth(width).strokeColor(colours.edge).stroke();
  },
  dots: (p, { x0, y0, x1, y1 }, { gap, width }) => {
    const size = width * 1.5;
    for (let x = Math.ceil(x0 / gap) * gap; x < x1 - size; x += gap)
      for (let y = Math.ceil(y0 / gap) * gap; y < y1 - size; y += gap) p.rect(x, y, size, size);
    p.rect(x0, y0, 0, 0).fillColor(colours.edge).fill();
  },
  lines: (p, { x0, y0, x1, y1 }, { gap, width }) => {
    for (let y = Math.ceil(y0 / gap) * gap; y < y1; y += gap) p.moveTo(x0, y).lineTo(x1, y);
    p.moveTo(x0, y0).lineTo(x0, y0);
    p.lineWidth(width * 0.7)
      .strokeColor(colours.edge)
      .stroke();
  },
};

/** One square as the parts are filled, for legends and for the states of a table. */
export function drawSwatch(p: Painter, part: ReportPart, size: number): void {
  const box = { x0: 0, y0: 0, x1: size, y1: size };
  fillAs(p, part, () => p.rect(0, 0, size, size), box, { gap: size / 4, width: size / 14 });
}

/** The municipalities as squares, part by part, in as many rows as are asked for. */
export function drawSquares(p: Painter, counts: Record<ReportPart, number>, width: number, rows: number): void {
  const all = reportParts.flatMap((part) => Array.from({ length: counts[part] }, () => part));
  const side = width / Math.ceil(all.length / rows);
  const size = side - 1.6;
  all.forEach((part, at) => {
    const [x, y] = [Math.floor(at / rows) * side, (at % rows) * side];
    const box = { x0: x, y0: y, x1: x + size, y1: y + size };
    fillAs(p, part, () => p.rect(x, y, size, size), box, { gap: 2.4, width: 0.7 });
  });
}

type Mapped = { outlines: readonly Outline[]; partOf: ReadonlyMap<string, ReportPart>; width: number };

/** A map in the width it has on the page. */
export function drawMap(p: Painter, map: Mapped, width: number): void {
  const scale = width / map.width;
  p.save().scale(scale);
  drawOutlines(p, map, { gap: 2.6 / scale, width: 0.75 / scale });
  p.restore();
}

function drawOutlines(p: Painter, { partOf, outlines }: Mapped, grain: Grain): void {
  // Light edges first, so that a patterned neighbour keeps its dark one.
  const order = [
    'ready',
    'papers-no',
    undefined,
    'people-under-way',
    'people-unknown',
    'people-not-begun',
    'papers-unknown',
  ];
  const inOrder = [...outlines].sort((a, b) => order.indexOf(partOf.get(a.code)) - order.indexOf(partOf.get(b.code)));
  for (const { code, rings } of inOrder) {
    const trace = () => {
      for (const [first, ...others] of rings) {
        p.moveTo(...first!);
        for (const point of others) p.lineTo(...point);
      }
    };
    const part = partOf.get(code);
    if (part) fillAs(p, part, trace, boxOf(rings), grain);
    else {
      trace();
      p.fillColor(colours.land).fill();
    }
  }
}

function boxOf(rings: readonly Point[][]): Box {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
