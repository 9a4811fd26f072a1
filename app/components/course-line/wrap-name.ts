const mostLines = 4;

/** The name of a step in short lines for a drawing. A word longer than a line is divided; what does not fit ends in "…". */
export function wrapName(name: string, width = 13): string[] {
  const words = name.split(' ').flatMap((word) => piecesOf(word, width));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && !last.endsWith('-') && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]!.slice(0, width - 1)}…`];
}

function piecesOf(word: string, width: number): string[] {
  if (word.length <= width + 1) return [word];
  const half = Math.min(width - 1, Math.ceil(word.length / 2));
  return [`${word.slice(0, half)}-`, ...piecesOf(word.slice(half), width)];
}
