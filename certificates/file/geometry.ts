/** In points from the lower left corner of the page. */
export type Box = [x0: number, y0: number, x1: number, y1: number];
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export const emptyBox = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

/** Extends the box to a point that is given in the coordinates of the matrix. */
export function extendBox(box: Box, [a, b, c, d, e, f]: Matrix, x: number, y: number): void {
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  box[0] = Math.min(box[0], px);
  box[1] = Math.min(box[1], py);
  box[2] = Math.max(box[2], px);
  box[3] = Math.max(box[3], py);
}

export const multiplyMatrices = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];
