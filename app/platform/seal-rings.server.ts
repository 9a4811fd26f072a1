import { seal, svgPath } from '#certificates/drawing/seal.ts';

/** The number of no certificate, for a seal that stands for them all. */
export const sampleNumber = '0000-00000';

/** The curves of a certificate's seal for the screen, by the function that draws it on paper. */
export function sealRings(number: string): { path: string; turns: number[] }[] {
  return seal(number).map(({ curve, turns }) => ({
    path: svgPath(curve),
    turns: turns.map((turn) => Math.round(turn * 1000) / 1000),
  }));
}
