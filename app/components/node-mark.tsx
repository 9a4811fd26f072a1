import type { ReactElement } from 'react';
import type { StepStatus } from '#curriculum/flow/progress.ts';

export type NodeKind = 'lesson' | 'quiz' | 'practical' | 'day' | 'choice' | 'certificate';

const shapes: Record<NodeKind, string> = {
  lesson: 'M18 5a13 13 0 100 26 13 13 0 000-26z',
  quiz: 'M18 2.5L33.5 18 18 33.5 2.5 18z',
  practical: 'M5 5h26v26H5z',
  day: 'M10.5 4.5h15L33 18l-7.5 13.5h-15L3 18z',
  certificate:
    'M29 18A3.1 3.1 0 0127.5 23.5 3.1 3.1 0 0123.5 27.5 3.1 3.1 0 0118 29 3.1 3.1 0 0112.5 27.5 3.1 3.1 0 018.5 23.5 3.1 3.1 0 017 18 3.1 3.1 0 018.5 12.5 3.1 3.1 0 0112.5 8.5 3.1 3.1 0 0118 7 3.1 3.1 0 0123.5 8.5 3.1 3.1 0 0127.5 12.5 3.1 3.1 0 0129 18z',
  choice: 'M18 10a8 8 0 100 16 8 8 0 000-16z',
};

const petrol = '#00505a';
const ink = '#1a1a1a';
const grey = '#6b6a63';

const looks: Record<StepStatus, { fill: string; stroke: string; strokeWidth: number; strokeDasharray?: string }> = {
  done: { fill: petrol, stroke: petrol, strokeWidth: 3 },
  now: { fill: '#fff', stroke: petrol, strokeWidth: 4.5 },
  open: { fill: '#fff', stroke: petrol, strokeWidth: 2.5 },
  closed: { fill: '#fff', stroke: grey, strokeWidth: 2, strokeDasharray: '3.5 3' },
  waiting: { fill: '#fff', stroke: petrol, strokeWidth: 2.5 },
  returned: { fill: '#fff', stroke: ink, strokeWidth: 3 },
  'not-chosen': { fill: '#fff', stroke: grey, strokeWidth: 1.5 },
};

type Props = { kind: NodeKind; status: StepStatus; className?: string };

/** A step on the line: its shape is the kind, its filling the state. The words stand beside it. */
export function NodeMark({ kind, status, className }: Props) {
  return (
    <svg
      className={className ? `knude ${className}` : 'knude'}
      viewBox="0 0 36 36"
      aria-hidden="true"
      focusable="false"
    >
      {nodeMark(kind, status)}
    </svg>
  );
}

const drawn = new Map<string, ReactElement>();

/** The mark alone, 36 by 36, to stand in a drawing. A page has dozens, so each is made once. */
export function nodeMark(kind: NodeKind, status: StepStatus): ReactElement {
  const known = drawn.get(kind + status);
  if (known) return known;
  const mark = (
    <>
      <path d={shapes[kind]} {...looks[status]} />
      {kind !== 'choice' && sign(status)}
    </>
  );
  drawn.set(kind + status, mark);
  return mark;
}

const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

function sign(status: StepStatus) {
  switch (status) {
    case 'done':
      return <path d="M11.5 18.5l4.7 4.7 8.5-9.4" stroke="#fff" strokeWidth="3" {...line} />;
    case 'now':
      return <circle cx="18" cy="18" r="4.5" fill={petrol} />;
    case 'waiting':
      return <path d="M12 18h.1M18 18h.1M24 18h.1" stroke={petrol} strokeWidth="4.5" {...line} />;
    case 'returned':
      return <path d="M18 10.5v9M18 25v.1" stroke={ink} strokeWidth="3.4" {...line} />;
    case 'not-chosen':
      return <path d="M13 18h10" stroke={grey} strokeWidth="2" />;
    default:
      return null;
  }
}
