import type { Box } from './geometry.ts';

/** A text or drawing, and where it stands. */
type Placed = { kind: 'text'; text: string; box: Box } | { kind: 'figure' | 'ornament'; box: Box };

const margin = 28;
// Neighbours on a line may overlap by this many points.
const kern = 2;

/** Describes a text or drawing that is off the page or overlaps another, if there is one. */
export function roomFlawOf(
  stretches: readonly Placed[],
  { width, height }: { width: number; height: number },
): string | undefined {
  const drawn = stretches.filter((stretch) => stretch.kind !== 'text' || stretch.text.trim() !== '');
  for (const [at, one] of drawn.entries()) {
    // The course's line begins at the edge of the paper, and its width may stick out.
    const free = one.kind === 'ornament' ? -1 : margin;
    const [x0, y0, x1, y1] = one.box;
    if (x0 < free || y0 < free || x1 > width - free || y1 > height - free) return `${nameOf(one)} is off the page`;
    const upon = drawn.slice(at + 1).find((other) => areOneUponAnother(one, other));
    if (upon) return `${nameOf(upon)} is drawn upon ${nameOf(one)}`;
  }
  return undefined;
}

function areOneUponAnother(one: Placed, other: Placed): boolean {
  if (one.kind === 'ornament' && other.kind === 'ornament') return false;
  const [x0, y0, x1, y1] = one.box;
  const [a0, b0, a1, b1] = other.box;
  return Math.min(x1, a1) - Math.max(x0, a0) > kern && Math.min(y1, b1) > Math.max(y0, b0);
}

const nameOf = (stretch: Placed) =>
  stretch.kind === 'text' ? `«${stretch.text}»` : stretch.kind === 'figure' ? 'a figure' : 'an ornament';
