import type { StepLine } from '#curriculum/flow/graph.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import type { PathPlan } from './path-drawing.tsx';

const cell = { width: 64, height: 52 };
const node = 36;

/** Lays the course's line out as a drawing, with the certificate at its end. */
export function planPath(line: StepLine, statuses: ReadonlyMap<string, StepStatus>, certified: boolean): PathPlan {
  const middle = ((line.lanes - 1) * cell.height) / 2 + 6;
  const end = { x: line.columns * cell.width + 6, y: middle };
  const inColumn = (wanted: number) => line.places.filter(({ column }) => column === wanted).length;
  const at = new Map(
    line.places.map(({ id, column, lane }) => [
      id,
      { x: column * cell.width + 6, y: inColumn(column) === 1 ? middle : lane * cell.height + 6 },
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
    // Where several meet several, the ways run together first, so that they do not cross.
    return together
      ? `M${x1} ${y1}Q${half} ${y1} ${half} ${mid}Q${half} ${y2} ${x2} ${y2}`
      : `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
  };
  const ways = { walked: '', begun: '', ahead: '' };
  for (const { from, to } of line.links) {
    const isLeft = statuses.get(from) === 'done';
    const look = !isLeft ? 'ahead' : statuses.get(to) === 'done' ? 'walked' : 'begun';
    ways[look] += way(at.get(from)!, at.get(to)!, leading.from.get(from)! > 1 && leading.to.get(to)! > 1);
  }
  for (const { id } of line.places)
    if (!leading.from.has(id)) ways[certified ? 'walked' : 'ahead'] += way(at.get(id)!, end, false);
  return {
    width: (line.columns + 1) * cell.width,
    height: line.lanes * cell.height,
    ways,
    marks: [
      { kind: 'certificate', status: certified ? 'done' : 'closed', x: end.x, y: end.y },
      ...line.places.map(({ id, kind }) => {
        const { x, y } = at.get(id)!;
        return { kind, status: statuses.get(id) ?? 'closed', x, y };
      }),
    ],
  };
}

type Point = { x: number; y: number };
