import type { CertificateData, StepMark } from '#certificates/certificate-data.ts';
import type { QrCode } from './qr-code.ts';
import { type Curve, seal, stepLine, strands } from './seal.ts';

// react-pdf gives a canvas a painter on top of pdfkit; these are the methods that we use.
export type Painter = Record<
  | 'save'
  | 'restore'
  | 'rotate'
  | 'translate'
  | 'scale'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'rect'
  | 'circle'
  | 'polygon'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'miterLimit'
  | 'strokeColor'
  | 'fillColor'
  | 'stroke'
  | 'fill'
  | 'fillAndStroke',
  (...args: any[]) => any
>;

export const colours = { petrol: '#00505a', ink: '#1a1a1a', grey: '#57564f', pale: '#bcd6d8', white: '#ffffff' };
const place = { x: 88, sealTop: 566, sealSize: 142, halfWidth: 19, lineEnd: 506 };

/** Draws the steps on their line, which fans out and ends in the seal. */
export function drawLine(p: Painter, { steps, number }: Pick<CertificateData, 'steps' | 'number'>): void {
  const { first, gap, markScale, unfurl } = stepLine(steps.length);
  const { x, sealTop, sealSize, halfWidth } = place;
  p.lineWidth(1.3).strokeColor(colours.petrol).fillColor(colours.petrol);
  p.moveTo(x, 0).lineTo(x, unfurl).stroke();
  steps.forEach((step, at) => marks[step](p, x, first + at * gap, markScale));
  if (steps.length > 0) p.fillAndStroke();
  p.lineWidth(0.5);
  for (const strand of strands(number, x, unfurl, sealTop + 10, halfWidth)) trace(p, strand);
  p.stroke();
  p.translate(x, sealTop + sealSize / 2).scale(sealSize / 202);
  p.lineWidth(0.72).circle(0, 0, 100).fillColor(colours.white).fill();
  for (const { curve, turns } of seal(number)) {
    for (const turn of turns) {
      trace(p.save().rotate(turn), curve);
      p.stroke().restore();
    }
  }
  p.circle(0, 0, 33).fillColor(colours.petrol).fill();
  p.moveTo(-14, 1).lineTo(-5, 10).lineTo(14, -10);
  p.lineWidth(6).lineCap('round').lineJoin('round').strokeColor(colours.white).stroke();
}

/** Draws the steps on a line that just ends, because attendance gets no seal. */
export function drawEndedLine(p: Painter, { steps }: Pick<CertificateData, 'steps'>): void {
  const { first, gap, markScale } = stepLine(steps.length);
  const { x, lineEnd } = place;
  p.lineWidth(1.3).strokeColor(colours.petrol).fillColor(colours.petrol);
  p.moveTo(x, 0).lineTo(x, lineEnd).stroke();
  p.moveTo(x - 7, lineEnd)
    .lineTo(x + 7, lineEnd)
    .stroke();
  steps.forEach((step, at) => marks[step](p, x, first + at * gap, markScale));
  if (steps.length > 0) p.fillAndStroke();
}

const marks: Record<StepMark, (p: Painter, x: number, y: number, k: number) => void> = {
  lesson: (p, x, y, k) => p.circle(x, y, 5 * k),
  practical: (p, x, y, k) => p.rect(x - 4.6 * k, y - 4.6 * k, 9.2 * k, 9.2 * k),
  quiz: (p, x, y, k) => p.polygon([x, y - 6.4 * k], [x + 6.4 * k, y], [x, y + 6.4 * k], [x - 6.4 * k, y]),
  day: (p, x, y, k) => {
    const [a, b, c] = [3 * k, 5.2 * k, 6 * k];
    p.polygon([x - a, y - b], [x + a, y - b], [x + c, y], [x + a, y + b], [x - a, y + b], [x - c, y]);
  },
};

function trace(p: Painter, { start, pieces }: Curve): void {
  p.moveTo(...start);
  for (const [a, b, c] of pieces) p.bezierCurveTo(a[0], a[1], b[0], b[1], c[0], c[1]);
}

/** Draws one rectangle per run of dark modules. */
export function drawQr(p: Painter, { size, runs }: QrCode, width: number): void {
  p.scale(width / size);
  for (const [x, y, length] of runs) p.rect(x, y, length, 1);
  p.fillColor(colours.ink).fill();
}
