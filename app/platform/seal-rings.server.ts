import { seal, svgPath } from '#certificates/drawing/seal.ts';

/** A number that no certificate has, for a seal that represents all of them. */
export const sampleNumber = '0000-00000';

/** The curves of a certificate's seal for the screen, from the same function that draws it on paper. */
export function sealRings(number: string): { path: string; turns: number[] }[] {
  return seal(number).map(({ curve, turns }) => ({
    path: svgPath(curve),
    turns: turns.map((turn) => Math.round(turn * 1000) / 1000),
  }));
}
