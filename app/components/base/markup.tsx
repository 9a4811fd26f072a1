import { useMemo } from 'react';

/**
 * HTML that the server rendered and the browser never changes. A document contains it once and does not repeat it as
 * data.
 */
export type Markup = { readonly html?: string };

/** For a loader: a document already contains the HTML, so only a browser that asks for data alone gets it as data. */
export function markupOf(html: string, { inDocument }: { inDocument: boolean }): Markup {
  // A non-enumerable property is not serialized, so the HTML is not sent twice.
  return inDocument ? Object.defineProperty({}, 'html', { value: html }) : { html };
}

/** Shows the HTML. If it came with the document, the browser finds it in the page by the id. */
export function ServerMarkup({ id, markup }: { id: string; markup: Markup }) {
  const html = useMemo(() => markup.html ?? document.getElementById(id)?.innerHTML ?? '', [id, markup]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React rendered this HTML on the server.
  return <div id={id} dangerouslySetInnerHTML={{ __html: html }} />;
}
