import type { StepLine } from '#curriculum/flow/graph.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { NodeMark } from './node-mark.tsx';

const cell = { width: 64, height: 52 };
const node = 36;

type Props = { line: StepLine; statuses: Readonly<Record<string, StepStatus>>; certified: boolean };

/** The course's line lying down, forking where the order is free. For the eye only: the list below says the same. */
export function PathDrawing({ line, statuses, certified }: Props) {
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
  const end = { x: line.columns * cell.width + 6, y: middle + 6 };
  const ends = line.places.filter(({ id }) => !line.links.some(({ from }) => from === id));
  // Where several meet several, the ways run together first, so that they do not cross.
  const meet = ({ from, to }: StepLine['links'][number]) =>
    line.links.filter((each) => each.from === from).length > 1 &&
    line.links.filter((each) => each.to === to).length > 1;
  const way = (x1: number, y1: number, x2: number, y2: number, together: boolean) => {
    const half = (x1 + x2) / 2;
    const mid = middle + 6 + node / 2;
    return together
      ? `M${x1} ${y1}Q${half} ${y1} ${half} ${mid}Q${half} ${y2} ${x2} ${y2}`
      : `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
  };
  return (
    <svg
      className="vej"
      viewBox={`0 0 ${(line.columns + 1) * cell.width} ${line.lanes * cell.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {line.links.map((link) => {
        const { from, to } = link;
        const [a, b] = [at.get(from)!, at.get(to)!];
        const walked = statuses[from] === 'done' && statuses[to] === 'done';
        const [x1, y1, x2, y2] = [a.x + node, a.y + node / 2, b.x, b.y + node / 2];
        return (
          <path
            key={`${from}-${to}`}
            d={way(x1, y1, x2, y2, meet(link))}
            fill="none"
            stroke={statuses[from] === 'done' ? '#00505a' : '#6b6a63'}
            strokeWidth="2"
            {...(!walked && { strokeDasharray: '3 4' })}
          />
        );
      })}
      {ends.map(({ id }) => (
        <path
          key={id}
          d={way(at.get(id)!.x + node, at.get(id)!.y + node / 2, end.x, end.y + node / 2, false)}
          fill="none"
          stroke={certified ? '#00505a' : '#6b6a63'}
          strokeWidth="2"
          {...(!certified && { strokeDasharray: '3 4' })}
        />
      ))}
      <svg {...end} width={node} height={node} viewBox="0 0 36 36">
        <NodeMark kind="certificate" status={certified ? 'done' : 'closed'} />
      </svg>
      {line.places.map(({ id, kind }) => (
        <svg key={id} x={at.get(id)!.x} y={at.get(id)!.y} width={node} height={node} viewBox="0 0 36 36">
          <NodeMark kind={kind} status={statuses[id] ?? 'closed'} />
        </svg>
      ))}
    </svg>
  );
}
