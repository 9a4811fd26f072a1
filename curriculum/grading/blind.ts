type Submission = { decided_at: string | null };

/** Whose work it is stays hidden from whoever grades until it is decided, where the course says so. */
export const isBlind = ({ blind }: { blind?: true | undefined }, { decided_at }: Submission): boolean =>
  blind === true && decided_at === null;

const hidden = '[…]';
const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

/**
 * A text without e-mail addresses and without these names: each word of them, in any case, also as "Veras". Names of one
 * letter stay, because every text has them.
 */
export function withoutNames(text: string, names: readonly (string | null)[]): string {
  const words = names.flatMap((name) => name?.split(/[^\p{L}\p{M}]+/u) ?? []).filter((word) => word.length > 1);
  const plain = text.replace(email, hidden);
  if (words.length === 0) return plain;
  // The longest first, so that no name is hidden by half.
  const any = [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
  return plain.replace(new RegExp(`(?<![\\p{L}\\p{M}])(?:${any})s?(?![\\p{L}\\p{M}])`, 'giu'), hidden);
}

/** "fil-2.pdf": the name somebody gave a file often has their own in it. */
export function namelessFile(name: string, at: number): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return `fil-${at + 1}${ending ? `.${ending.toLowerCase()}` : ''}`;
}
