import { Fragment } from 'react';

/** A short beginning before a hyphen belongs to its word: "it-pædagogiske" is never divided after "it-". */
const shortBeginning = /((?<!\S)\p{L}{1,3}-\S+)/u;

/** A title in which such words stay on one line. */
export function Unbroken({ text }: { text: string }) {
  const parts = text.split(shortBeginning);
  if (parts.length === 1) return text;
  // Every second part is a word that was found.
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places.
      <span className="unbroken" key={at}>
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places.
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
