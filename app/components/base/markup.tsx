import { useMemo } from 'react';

/** HTML that the server drew and nothing in the browser changes. A document does not send it a second time, as data. */
export type Markup = { readonly html?: string };

/** For a loader: a document has the HTML in its place; a browser that asks for data alone gets it as data. */
export function markupOf(html: string, { inDocument }: { inDocument: boolean }): Markup {
  // A field that does not show when fields are counted up is not sent.
  return inDocument ? Object.defineProperty({}, 'html', { value: html }) : { html };
}

/** Shows it. What came with a document the browser finds in its place, by the id. */
export function Drawn({ id, markup }: { id: string; markup: Markup }) {
  const html = useMemo(() => markup.html ?? document.getElementById(id)?.innerHTML ?? '', [id, markup]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, on the server.
  return <div id={id} dangerouslySetInnerHTML={{ __html: html }} />;
}
