import type { StepLine } from '#curriculum/flow/graph.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { NodeMark } from './node-mark.tsx';

const cell = { width: 64, height: 52 };
const node = 36;

/** The course's line lying down, forking where the order is free. For the eye only: the list below says the same. */
export function PathDrawing({ line, statuses }: { line: StepLine; statuses: Readonly<Record<string, StepStatus>> }) {
  const middle = ((line.lanes - 1) * cell.height) / 2;
  const alone = new Set(
    line.places
      .filter(({ column }) => line.places.filter((other) => other.column === column).length === 1)
      .map(({ id }) => id),
  );
  const at = new Map(
    line.places.map(({ id, column, lane }) => [
      id,
      { x: column * cell.width + 6, y: (alone.has(id) ? middle : lane * cell.height) + 6 },
    ]),
  );
  return (
    <svg
      className="vej"
      viewBox={`0 0 ${line.columns * cell.width} ${line.lanes * cell.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {line.links.map(({ from, to }) => {
        const [a, b] = [at.get(from)!, at.get(to)!];
        const walked = statuses[from] === 'done' && statuses[to] === 'done';
        const [x1, y1, x2, y2] = [a.x + node, a.y + node / 2, b.x, b.y + node / 2];
        const half = (x1 + x2) / 2;
        return (
          <path
            key={`${from}-${to}`}
            d={`M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`}
            fill="none"
            stroke={statuses[from] === 'done' ? '#00505a' : '#6b6a63'}
            strokeWidth="2"
            {...(!walked && { strokeDasharray: '3 4' })}
          />
        );
      })}
      {line.places.map(({ id, kind }) => (
        <svg key={id} x={at.get(id)!.x} y={at.get(id)!.y} width={node} height={node} viewBox="0 0 36 36">
          <NodeMark kind={kind} status={statuses[id] ?? 'closed'} />
        </svg>
      ))}
    </svg>
  );
}
