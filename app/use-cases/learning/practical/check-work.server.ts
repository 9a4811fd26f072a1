import { type FileRefusal, type GivenFile, type IdentifiedFile, identifyFiles } from './identify-files.server.ts';

const mostTextLetters = 20_000;
export type WorkRefusal = FileRefusal | { ok: false; reason: 'text-too-long' };

/** Checks the work sent for a practical against the limits for the text and for each file. */
export async function checkWork(
  text: string,
  files: readonly GivenFile[],
): Promise<{ ok: true; files: IdentifiedFile[] } | WorkRefusal> {
  return text.length > mostTextLetters ? { ok: false, reason: 'text-too-long' } : identifyFiles(files);
}
