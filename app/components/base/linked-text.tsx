import type { TextPiece } from '#curriculum/content/links-in.ts';

/** The name of a source in which web addresses are links. */
export function LinkedText({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map(({ text, href }, at) =>
    href ? (
      <a key={String(at)} className="text-link" href={href} rel="noreferrer">
        {text}
      </a>
    ) : (
      text
    ),
  );
}
