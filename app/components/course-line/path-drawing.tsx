import type { StepStatus } from '#curriculum/flow/progress.ts';
import { lineAnchor } from './step-line.tsx';
import { wrapName } from './wrap-name.ts';

/** The layout in units of the drawing: the paths grouped by how far they are walked, and the marks by their status. */
export type PathPlan = {
  width: number;
  height: number;
  ways: { walked: string; begun: string; ahead: string };
  marks: { status: StepStatus; outlines: string; inside: string }[];
  /** Where each step stands, to be named there, and where it says how many to choose. */
  nodes: { id: string; x: number; y: number; status: StepStatus }[];
  choices: { n: number; of: number; x: number; y: number }[];
};

type Props = {
  plan: PathPlan;
  /** The name of each step, and of the certificate. */
  names: ReadonlyMap<string, string>;
  /** What stands above a choice. */
  choiceText: (choice: { n: number; of: number }) => string;
};

const [petrol, grey, dashes] = ['var(--petrol)', 'var(--grey)', '3 4'];

/** A fixed scale, so that a short course is not drawn larger than a long one. */
const scale = 1.5;
const lineHeight = 10;

/**
 * Draws the course's line horizontally, with a fork where the order is free. Each mark has its name and leads to its entry
 * in the list below, which says the same to those who do not see it and on a small screen.
 */
export function PathDrawing({ plan: { width, height, ways, marks, nodes, choices }, names, choiceText }: Props) {
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
      {choices.map(({ n, of, x, y }) => (
        <text key={`${x} ${y}`} className="way__choice" x={x} y={y}>
          {choiceText({ n, of })}
        </text>
      ))}
      {nodes.map(({ id, x, y, status }) => (
        // Not in the order of Tab, because the list below has the same links.
        <a key={id} href={`#${lineAnchor(id)}`} tabIndex={-1} className={`way__name way__name--${status}`}>
          <rect x={x - 14} y={y} width={64} height={36 + 4 * lineHeight} />
          <text x={x + 18}>
            {wrapName(names.get(id) ?? id).map((line, at) => (
              <tspan key={String(at)} x={x + 18} y={y + 46 + at * lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        </a>
      ))}
    </svg>
  );
}
