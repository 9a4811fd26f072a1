import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unwrapWoff } from './unwrap-woff.ts';

// We use whole faces, not separate Latin and Latin Extended files: a name such as Łukasiewicz would need a fallback
// face, and react-pdf draws a .notdef where such a name is wrapped.
export const faces = [
  ['Serif', 300, 'Light'],
  ['Sans', 400, 'Regular'],
  ['Sans', 600, 'SemiBold'],
  ['Mono', 400, 'Regular'],
] as const;
export type Family = (typeof faces)[number][0];

/** The PostScript name of a face, without its weight in numbers: `IBMPlexSans-SemiBold`. */
export const nameOfFace = (family: Family, style: string): string => `IBMPlex${family}-${style}`;

/** The bytes of a face as TrueType. */
export async function readFace(name: string, folder = fontsFolder()): Promise<Buffer> {
  return unwrapWoff(await readFile(path.join(folder, `${name}.woff`)));
}

/** The fonts are beside the source, or, in a build, in the project's folder above it. */
export function fontsFolder(): string {
  const beside = path.join(import.meta.dirname, 'fonts');
  if (existsSync(beside)) return beside;
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, 'certificates', 'fonts');
    if (existsSync(found)) return found;
  }
  throw new Error('The folder certificates/fonts was not found.');
}
