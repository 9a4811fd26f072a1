import type { StepStatus } from '#curriculum/flow/progress.ts';

/** The layout in units of the drawing: the paths grouped by how far they are walked, and the marks by their status. */
export type PathPlan = {
  width: number;
  height: number;
  ways: { walked: string; begun: string; ahead: string };
  marks: { status: StepStatus; outlines: string; inside: string }[];
};

const [petrol, grey, dashes] = ['var(--petrol)', 'var(--grey)', '3 4'];

/** A fixed scale, so that a short course is not drawn larger than a long one. */
const scale = 1.5;

/**
 * Draws the course's line horizontally, with a fork where the order is free. It is visual only: the list below says the
 * same.
 */
export function PathDrawing({ plan: { width, height, ways, marks } }: { plan: PathPlan }) {
  return (
    <svg
      className="way"
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
        <g key={status} className={`node node--${status}`}>
          <path d={outlines} />
          {inside && <path d={inside} />}
        </g>
      ))}
    </svg>
  );
}
