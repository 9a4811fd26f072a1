import { linksIn } from '#curriculum/content/links-in.ts';

/** The name of a source in which web addresses are links. */
export function LinkedText({ text }: { text: string }) {
  return linksIn(text).map((piece, at) =>
    piece.href ? (
      <a key={String(at)} className="text-link" href={piece.href} rel="noreferrer">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}
