import { findUnseen } from '#curriculum/plain-text.ts';
import type { Problem } from '#curriculum/problem.ts';

/** Each line of a file with a sign that nobody sees: such a sign makes two answers differ that look the same. */
export function unseenIn(text: string, file: string): Problem[] {
  if (findUnseen(text) < 0) return [];
  return text.split('\n').flatMap((line, at): Problem[] => {
    const found = findUnseen(line);
    if (found < 0) return [];
    const sign = line.codePointAt(found)!.toString(16).toUpperCase().padStart(4, '0');
    const message = `Take out the sign U+${sign}, which nobody sees.`;
    return [{ file, line: at + 1, column: found + 1, path: '', message, severity: 'error' }];
  });
}
