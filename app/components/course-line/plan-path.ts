import type { StepLine } from '#curriculum/flow/graph.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { type NodeKind, shapes, signs } from './node-shapes.ts';
import type { PathPlan } from './path-drawing.tsx';

const cell = { width: 64, height: 86 };
const node = 36;
/** Room for the words above a choice. */
const top = 18;

/** Lays out the course's line as a drawing with the status of each step and the certificate at its end. */
export function planPath(line: StepLine, statuses: ReadonlyMap<string, StepStatus>, certified: boolean): PathPlan {
  const { width, height, places, links, end, choices } = drawings.get(line) ?? layOut(line);
  const ways = { walked: '', begun: '', ahead: '' };
  for (const { from, to, way } of links) {
    if (to === undefined) ways[certified ? 'walked' : 'ahead'] += way;
    else if (statuses.get(from) !== 'done') ways.ahead += way;
    else ways[statuses.get(to) === 'done' ? 'walked' : 'begun'] += way;
  }
  const marks = new Map<StepStatus, PathPlan['marks'][number]>();
  const mark = (kind: NodeKind, status: StepStatus, at: string) => {
    const alike = marks.get(status) ?? { status, outlines: '', inside: '' };
    alike.outlines += at + shapes[kind];
    if (signs[status]) alike.inside += at + signs[status];
    marks.set(status, alike);
  };
  mark('certificate', certified ? 'done' : 'closed', end);
  for (const { id, kind, at } of places) mark(kind, statuses.get(id) ?? 'closed', at);
  const nodes = [
    ...places.map(({ id, x, y }) => ({ id, x, y, status: statuses.get(id) ?? ('closed' as const) })),
    { id: 'certificate', ...endOf(line), status: certified ? ('done' as const) : ('closed' as const) },
  ];
  return { width, height, ways, marks: [...marks.values()], nodes, choices };
}

type Point = { x: number; y: number };
/** The part of the drawing that does not depend on statuses: where each mark is, and the paths between them. */
type Drawing = {
  width: number;
  height: number;
  places: ({ id: string; kind: NodeKind; at: string } & Point)[];
  choices: PathPlan['choices'];
  end: string;
  /** A link without `to` leads to the end. */
  links: { from: string; to?: string; way: string }[];
};

/** Drawings are cached because the line of a course never changes. */
const drawings = new WeakMap<StepLine, Drawing>();

const left = (cell.width - node) / 2;

/** Steps in order stand in the middle of the lanes where the order is free. */
const middleOf = ({ groups }: StepLine): number =>
  (Math.max(0, ...groups.map(({ lanes, lane }) => lane + lanes - 1)) * cell.height) / 2 + top;

const endOf = (line: StepLine): Point => ({ x: line.columns * cell.width + left, y: middleOf(line) });

const isInGroup = ({ groups }: StepLine, { column, lane }: { column: number; lane: number }) =>
  groups.some(
    (group) =>
      lane >= group.lane &&
      lane < group.lane + group.lanes &&
      column >= group.column &&
      column < group.column + group.columns,
  );

function layOut(line: StepLine): Drawing {
  const end = endOf(line);
  const middle = end.y;
  const points = new Map(
    line.places.map((place) => [
      place.id,
      {
        x: place.column * cell.width + left,
        // An extra lesson stands below its test.
        y: (isInGroup(line, place) ? top : middle) + place.lane * cell.height,
      },
    ]),
  );
  const leading = { from: new Map<string, number>(), to: new Map<string, number>() };
  for (const { from, to } of line.links) {
    leading.from.set(from, (leading.from.get(from) ?? 0) + 1);
    leading.to.set(to, (leading.to.get(to) ?? 0) + 1);
  }
  const way = (from: Point, to: Point, together: boolean) => {
    const [x1, y1, x2, y2] = [from.x + node, from.y + node / 2, to.x, to.y + node / 2];
    const half = (x1 + x2) / 2;
    const mid = middle + node / 2;
    // Where several steps lead to several others, the paths first run together so that they do not cross.
    return together
      ? `M${x1} ${y1}Q${half} ${y1} ${half} ${mid}Q${half} ${y2} ${x2} ${y2}`
      : `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
  };
  const moveTo = ({ x, y }: Point) => `M${x} ${y}`;
  const drawing: Drawing = {
    width: (line.columns + 1) * cell.width,
    height: Math.max(end.y, ...[...points.values()].map(({ y }) => y)) + cell.height,
    places: line.places.map(({ id, kind }) => ({ id, kind, at: moveTo(points.get(id)!), ...points.get(id)! })),
    choices: line.groups.flatMap(({ is, n = 0, of, column, lane, columns }) =>
      is === 'choose' ? [{ n, of, x: (column + columns / 2) * cell.width, y: lane * cell.height + top - 6 }] : [],
    ),
    end: moveTo(end),
    links: [
      ...line.links.map(({ from, to }) => {
        const together = leading.from.get(from)! > 1 && leading.to.get(to)! > 1;
        return { from, to, way: way(points.get(from)!, points.get(to)!, together) };
      }),
      ...line.places
        .filter(({ id }) => !leading.from.has(id))
        .map(({ id }) => ({ from: id, way: way(points.get(id)!, end, false) })),
    ],
  };
  drawings.set(line, drawing);
  return drawing;
}
