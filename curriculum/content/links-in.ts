/** A piece of a text: words, or an address that leads somewhere. */
export type TextPiece = { text: string; href?: string };

const address =
  /(?<![\w@.-])(?:https?:\/\/[^\s<>"'»)]+|(?:[a-z0-9-]+\.)+(?:dk|com|org|eu|net)(?![\w-])(?:\/[^\s<>"'»),;]*)?)/gi;

/** Divides the name of a source into words and web addresses; "skat.dk/moms" is an address without its "https://". */
export function linksIn(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    // A full stop or a comma after an address belongs to the sentence.
    const named = found[0].replace(/[.,;:!?]+$/, '');
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: named, href: /^https?:/i.test(named) ? named : `https://${named}` });
    from = found.index + named.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
