import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';

/** One curve of the seal, drawn once for each angle in `turns` (degrees). */
export type SealRing = { path: string; turns: number[] };
export type SealMark = 'check' | 'cross' | 'dash' | 'swap' | 'clock' | 'question';

const marks: Record<SealMark, string> = {
  check: 'M-15 1l10 10 21-22',
  cross: 'M-13-13l26 26M13-13l-26 26',
  dash: 'M-16 0h32',
  swap: 'M-17-7h26l-8-8M17 8h-26l8 8',
  clock: 'M0-18v18l12 8',
  question: 'M-10-9a10 10 0 1 1 15 9c-3 2-5 4-5 8M0 18v.5',
};

/** The mark in the middle of the seal for each status of the certificate. */
export const sealMarks: Record<CertificateStatus, SealMark> = {
  valid: 'check',
  'renewal-open': 'check',
  'not-yet': 'clock',
  expired: 'clock',
  suspended: 'dash',
  revoked: 'cross',
  replaced: 'swap',
  superseded: 'swap',
};

/**
 * Draws the seal from a certificate's number, with the same curves as on paper. It helps people recognize a certificate
 * but proves nothing.
 */
export function Seal({
  rings,
  mark,
  filled,
  size = 140,
  petals = 0,
}: {
  rings: SealRing[];
  mark: SealMark;
  filled: boolean;
  size?: number;
  /** The petals round it, one for each step; they stand closed. */
  petals?: number;
}) {
  const edge = petals > 0 ? 144 : 104;
  return (
    <svg viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`} width={size} height={size} aria-hidden="true">
      {anglesOf(petals).map((turn) => (
        <ellipse
          key={turn}
          cy="-124"
          rx={Math.min(10, 200 / petals)}
          ry="17"
          transform={`rotate(${turn})`}
          fill="currentColor"
        />
      ))}
      <g fill="none" stroke="currentColor" strokeWidth="1.1" className="seal-drawing">
        {rings.flatMap(({ path, turns }) =>
          turns.map((turn) => (
            <path key={`${path.length}/${turn}`} d={path} transform={`rotate(${turn})`} pathLength="1" />
          )),
        )}
      </g>
      <circle r="36" fill={filled ? 'currentColor' : 'var(--white)'} stroke="currentColor" strokeWidth="3" />
      <path
        d={marks[mark]}
        fill="none"
        stroke={filled ? 'var(--white)' : 'currentColor'}
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const anglesOf = (count: number) => Array.from({ length: count }, (_, at) => (360 / count) * at);

/** Shown instead of a seal when there is no number to draw one from. */
export function UnknownSeal({ mark = 'dash' }: { mark?: SealMark }) {
  return (
    <svg viewBox="-104 -104 208 208" width={140} height={140} aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="4 5">
        <circle r="96" />
        <circle r="66" />
      </g>
      <circle r="36" fill="var(--white)" stroke="currentColor" strokeWidth="3" />
      <path
        d={marks[mark]}
        fill="none"
        stroke="currentColor"
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** One petal per step; it closes when all are done. */
export function SealProgress({ done, of }: { done: number; of: number }) {
  const petals = petalsOf(of);
  const [closed, open] = [petals.slice(0, done).join(''), petals.slice(done).join('')];
  return (
    <svg viewBox="-52 -52 104 104" width="104" height="104" aria-hidden="true">
      {open && <path d={open} fill="var(--white)" stroke="var(--grey)" strokeWidth="3" strokeDasharray="5 4.5" />}
      {closed && <path d={closed} fill="var(--petrol)" stroke="var(--petrol)" strokeWidth="3" />}
      <text y="6" textAnchor="middle" fontSize={of > 9 ? 16 : 19} fontWeight="600" fill="var(--ink)">
        {`${done}/${of}`}
      </text>
    </svg>
  );
}

/** The petals after a step was passed: the newest one closes, once, and has a ring round it. */
export function PetalClosed({ done, of }: { done: number; of: number }) {
  const petals = petalsOf(of);
  const newest = petals[done - 1];
  if (!newest) return null;
  const open = petals.slice(done).join('');
  const before = petals.slice(0, done - 1).join('');
  const turn = (360 / of) * (done - 1);
  return (
    <svg className="petal-closed" viewBox="-56 -56 112 112" width="180" height="180" aria-hidden="true">
      {open && <path d={open} fill="var(--white)" stroke="var(--grey)" strokeWidth="1.2" strokeDasharray="3 2.5" />}
      {before && <path d={before} fill="var(--petrol)" />}
      <path className="petal-closed__new" d={newest} fill="var(--petrol)" />
      <ellipse
        cx="0"
        cy="-38"
        rx={Math.min(8.5, 85 / of) + 3}
        ry="14"
        transform={`rotate(${turn})`}
        fill="none"
        stroke="var(--petrol)"
        strokeWidth="1"
      />
      <text y="6" textAnchor="middle" fontSize={of > 9 ? 16 : 19} fontWeight="600" fill="var(--ink)">
        {`${done}/${of}`}
      </text>
    </svg>
  );
}

/** Petals cached by their number; the few courses have a few steps each. */
const knownPetals = new Map<number, readonly string[]>();

function petalsOf(count: number): readonly string[] {
  const known = knownPetals.get(count);
  if (known) return known;
  const drawn = anglesOf(count).map((turn) => petal(turn, Math.min(8.5, 85 / count)));
  knownPetals.set(count, drawn);
  return drawn;
}

/** An ellipse whose centre is 38 units from the middle, rotated around the middle by the given degrees. */
function petal(turn: number, width: number): string {
  const angle = (turn * Math.PI) / 180;
  const at = (from: number) => `${(Math.sin(angle) * from).toFixed(2)} ${(-Math.cos(angle) * from).toFixed(2)}`;
  const half = `A${width.toFixed(2)} 11 ${turn.toFixed(2)} 0 1 `;
  return `M${at(49)}${half}${at(27)}${half}${at(49)}z`;
}
