import type { ReactElement } from 'react';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { type NodeKind, shapes, signs } from './node-shapes.ts';

type Props = { kind: NodeKind; status: StepStatus; className?: string };

/** Marks a step on the line: the shape shows its kind and the fill shows its status. The words stand beside it. */
export function NodeMark({ kind, status, className = '' }: Props) {
  return (
    <svg className={`node node--${status} ${className}`.trim()} viewBox="0 0 36 36" aria-hidden="true">
      {marksOf(kind, status)}
    </svg>
  );
}

const made = new Map<string, ReactElement>();

/** Each mark is created once and reused, because a page has dozens of them. */
function marksOf(kind: NodeKind, status: StepStatus): ReactElement {
  const known = made.get(kind + status);
  if (known) return known;
  const marks = (
    <>
      <path d={shapes[kind]} />
      {kind !== 'choice' && signs[status] && <path d={signs[status]} />}
    </>
  );
  made.set(kind + status, marks);
  return marks;
}
