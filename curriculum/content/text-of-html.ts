const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

/** The words of a text of ours without its marks, such as notes and headings; blanks are single. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<sup\b[^>]*>.*?<\/sup>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
      name ? (entities[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;?!»])/g, '$1')
    .trim();
}
