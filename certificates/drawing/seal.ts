// The same number always gives the same drawing: screen and paper call the same functions. Curves are cubic Béziers,
// four to a wave: smoother than straight pieces, with a quarter of the operators.
type Point = [x: number, y: number];
/** A start point, then triples: two control points and an end point. */
export interface Curve {
  start: Point;
  pieces: [Point, Point, Point][];
}
/** The same curve drawn several times, once for each angle in `turns` (degrees). */
interface Ring {
  curve: Curve;
  turns: number[];
}

const TAU = 2 * Math.PI;
const PIECES_PER_WAVE = 4;
const round = (v: number) => Math.round(v * 100) / 100;

/** Xorshift seeded by FNV-1a: small, and the same in every JavaScript engine. */
function seedOf(text: string): () => number {
  let x = 2166136261;
  for (const c of text) x = Math.imul(x ^ c.codePointAt(0)!, 16777619) >>> 0;
  return () => {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 2 ** 32;
  };
}

/** Converts Hermite to Bézier: `at` gives a point and its derivative for each knot. */
function through(knots: number[], at: (t: number) => [Point, Point]): Curve {
  const corner = ([x, y]: Point, [dx, dy]: Point, k: number): Point => [round(x + dx * k), round(y + dy * k)];
  const states = knots.map(at);
  const pieces = states.slice(1).map(([p, d], i): [Point, Point, Point] => {
    const [p0, d0] = states[i]!,
      third = (knots[i + 1]! - knots[i]!) / 3;
    return [corner(p0, d0, third), corner(p, d, -third), corner(p, d, 0)];
  });
  return { start: corner(...states[0]!, 0), pieces };
}

const steps = (n: number) => Array.from({ length: n + 1 }, (_, i) => i / n);

/** A circle of radius r whose edge swings by `swing` in `waves` waves. */
function wavyCircle(r: number, swing: number, waves: number): Curve {
  return through(
    steps(waves * PIECES_PER_WAVE).map((s) => s * TAU),
    (t) => {
      const q = r + swing * Math.sin(waves * t),
        dq = swing * waves * Math.cos(waves * t);
      const c = Math.cos(t),
        s = Math.sin(t);
      return [
        [q * c, q * s],
        [dq * c - q * s, dq * s + q * c],
      ];
    },
  );
}

/**
 * The seal of a certificate, centred on 0,0. Shifting the phase is the same as turning, so a ring repeats one curve.
 */
export function seal(number: string, R = 100): Ring[] {
  const random = seedOf(number);
  random();
  random();
  const outer = 11 + Math.floor(random() * 12),
    inner = 5 + Math.floor(random() * 8);
  const depth = 0.1 + random() * 0.05;
  const turns = (count: number, waves: number) => Array.from({ length: count }, (_, i) => (-360 * i) / count / waves);
  return [
    { curve: wavyCircle(R * 0.835, R * 0.14, outer), turns: turns(6, outer) },
    { curve: wavyCircle(R * 0.535, R * depth, inner), turns: turns(4, inner) },
  ];
}

/** Where the line begins, how far its marks are apart, and where it fans out; more steps make it longer. */
export function stepLine(steps: number): { first: number; gap: number; markScale: number; unfurl: number } {
  const first = 68;
  const lastAtMost = 367;
  const toUnfurl = 33;
  const gap = Math.min(27, (lastAtMost - first) / Math.max(1, steps - 1));
  const unfurl = Math.max(290, first + gap * (steps - 1) + toUnfurl);
  return { first, gap: round(gap), markScale: Math.min(1, round(gap / 15)), unfurl: round(unfurl) };
}

/** The line fanning out: five strands from one point at the top to `half` on each side at the bottom. */
export function strands(number: string, x: number, top: number, bottom: number, half: number): Curve[] {
  const waves = 9 + Math.floor(seedOf(`${number}b`)() * 5);
  // knots at equal angles, not equal heights: the waves tighten downwards
  const knots = steps(waves * PIECES_PER_WAVE).map((s) => s ** (1 / 1.35));
  return Array.from({ length: 5 }, (_, i) =>
    through(knots, (t) => {
      const a = half * t * t * (3 - 2 * t),
        da = half * 6 * t * (1 - t);
      const angle = TAU * waves * t ** 1.35 + (i * TAU) / 5,
        dAngle = TAU * waves * 1.35 * t ** 0.35;
      return [
        [x + a * Math.sin(angle), top + t * (bottom - top)],
        [da * Math.sin(angle) + a * dAngle * Math.cos(angle), bottom - top],
      ];
    }),
  );
}

/** The curve as an SVG path, for screens. */
export const svgPath = ({ start, pieces }: Curve) =>
  `M${start.join(' ')}${pieces.map((p) => `C${p.flat().join(' ')}`).join('')}`;
