import QRCode from 'qrcode';

type Run = [x: number, y: number, width: number];
/** A QR code as runs of dark modules, row by row, in a square of `size` modules. */
export type QrCode = { size: number; runs: Run[] };

export const qrLevels = ['M', 'L'] as const;
const usualSize = 76;
// A screen shows a page at 72 dots to the inch, one for each point, and a camera needs two for each module.
const smallestModule = 2;

/**
 * The code for an address, and how large it is drawn, in points. A long address makes more modules: then the code corrects
 * fewer errors and is drawn larger, so that a camera still reads it from a screen.
 */
export function qrFor(address: string): { code: QrCode; size: number } {
  const usual = qrCodeOf(address, 'M');
  if (usual.size * smallestModule <= usualSize) return { code: usual, size: usualSize };
  const code = qrCodeOf(address, 'L');
  return { code, size: Math.max(usualSize, code.size * (smallestModule + 0.5)) };
}

export function qrCodeOf(text: string, level: (typeof qrLevels)[number]): QrCode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: level }).modules;
  const runs: Run[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const first = x;
      while (x < size && data[y * size + x]) x++;
      if (x > first) runs.push([first, y, x - first]);
    }
  }
  return { size, runs };
}
