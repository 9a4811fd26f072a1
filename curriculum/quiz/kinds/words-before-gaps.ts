/** The last words before each gap of a passage: its name for whoever does not see the page. */
export const wordsBeforeGaps = (passage: string): string[] =>
  passage
    .split(/\{\{[^{}]*\}\}/)
    .slice(0, -1)
    .map((piece) => `${piece.trim().split(/\s+/).slice(-6).join(' ')} …`.trim());
