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
  const at = divideAt(word, Math.min(width - 1, word.length - 3));
  return [`${word.slice(0, at)}-`, ...piecesOf(word.slice(at), width)];
}

const [vowel, consonant] = ['[aeiouyæøå]', '[^aeiouyæøå]'];
const joints = [
  `(?<=${consonant}s)(?=${consonant})`,
  `(?<=${vowel}${consonant})(?=${consonant}${vowel})`,
  `(?<=${vowel})(?=${consonant}${vowel})`,
].map((each) => new RegExp(each, 'gi'));

/**
 * Where a long word is divided, at most so many letters in: where an "s" joins two words (navigations-seddel), otherwise
 * between two consonants, otherwise before one; as near to the middle as that goes.
 */
function divideAt(word: string, most: number): number {
  const middle = Math.min(most, Math.ceil(word.length / 2));
  for (const joint of joints) {
    const places = [...word.matchAll(joint)].map(({ index }) => index).filter((at) => at >= 3 && at <= most);
    if (places.length > 0)
      return places.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
  }
  return middle;
}
