const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands between the tags and in the attributes of HTML and SVG. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
