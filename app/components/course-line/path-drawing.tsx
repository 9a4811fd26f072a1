import type { StepStatus } from '#curriculum/flow/progress.ts';
import { statusNames } from './node-mark.tsx';

/** Where everything stands, in units of the drawing: the ways by how far they have been walked, and the marks on them by their status. */
export type PathPlan = {
  width: number;
  height: number;
  ways: { walked: string; begun: string; ahead: string };
  marks: { status: StepStatus; outlines: string; inside: string }[];
};

const [petrol, grey, dashes] = ['#00505a', '#6b6a63', '3 4'];

/** A short course is not drawn larger than a long one. */
const scale = 1.5;

/** The course's line lying down, forking where the order is free. For the eye only: the list below says the same. */
export function PathDrawing({ plan: { width, height, ways, marks } }: { plan: PathPlan }) {
  return (
    <svg
      className="vej"
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      aria-hidden="true"
    >
      <g fill="none" strokeWidth="2">
        {ways.ahead && <path d={ways.ahead} stroke={grey} strokeDasharray={dashes} />}
        {ways.begun && <path d={ways.begun} stroke={petrol} strokeDasharray={dashes} />}
        {ways.walked && <path d={ways.walked} stroke={petrol} />}
      </g>
      {marks.map(({ status, outlines, inside }) => (
        <g key={status} className={`knude knude--${statusNames[status]}`}>
          <path d={outlines} />
          {inside && <path d={inside} />}
        </g>
      ))}
    </svg>
  );
}
