import { Seal, type SealRing } from '#app/components/certificate/seal.tsx';

const middle = 64;
const strands = [0, 1, 2, 3, 4].map((each) => strand((each * 2 * Math.PI) / 5));

/** Draws the steps of the course as a line that unfolds and closes into a seal. Decoration only. */
export function LineToSeal({ rings }: { rings: SealRing[] }) {
  return (
    <svg viewBox="0 0 540 128" aria-hidden="true" color="var(--petrol)">
      <path d={`M0 ${middle}H250`} stroke="currentColor" strokeWidth="2" />
      <g fill="currentColor">
        <circle cx="20" cy={middle} r="8" />
        <rect x="69" y={middle - 7.5} width="15" height="15" />
        <circle cx="133" cy={middle} r="8" />
        <path d={`M189 ${middle - 10}l10 10-10 10-10-10z`} />
        <path d={`M240 ${middle - 8.5}h10l5 8.5-5 8.5h-10l-5-8.5z`} />
      </g>
      <g fill="none" stroke="currentColor" strokeWidth=".9">
        {strands.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <g transform={`translate(412 ${middle - 62})`}>
        <circle cx="62" cy="62" r="61" fill="var(--white)" />
        <Seal rings={rings} mark="check" filled size={124} />
      </g>
    </svg>
  );
}

/** One of the strands that the line splits into. Its swing widens along the way. */
function strand(phase: number): string {
  const points = Array.from({ length: 61 }, (_, at) => {
    const way = at / 60;
    const swing = 13 * way * way * (3 - 2 * way);
    const y = middle + swing * Math.sin(2 * Math.PI * 6 * way ** 1.35 + phase);
    return `${(250 + way * 170).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
