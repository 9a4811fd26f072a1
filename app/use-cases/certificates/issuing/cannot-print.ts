import type { Printed } from '#certificates/drawing/draw-certificate.ts';

/** Letters are missing or the key is not in force. */
export class CannotPrint extends Error {
  constructor(readonly why: Extract<Printed, { ok: false }>) {
    super(why.reason);
  }
}

/** Returns the reason if printing failed with `CannotPrint`. */
export function catchCannotPrint<T>(printing: Promise<T>): Promise<T | CannotPrint['why']> {
  return printing.catch((error: unknown) => {
    if (error instanceof CannotPrint) return error.why;
    throw error;
  });
}
