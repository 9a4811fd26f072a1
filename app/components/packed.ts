/** What was written once and is sent often: the browser gets its text, the server draws from what it was written from. */
export type Packed<Content> = { readonly text: string; readonly content?: Content };

/**
 * Packs what nobody changes afterwards. Remix writes each field and value anew for every page; a text is one value.
 * What JSON does not have (dates, `undefined` in a list) does not get through.
 */
export const pack = <Content>(content: Content): Packed<Content> =>
  // A field that does not show when fields are counted up is not sent.
  Object.defineProperty({ text: JSON.stringify(content) }, 'content', { value: content });

/** What was packed, on either side. */
export const unpack = <Content>({ text, content }: Packed<Content>): Content => content ?? JSON.parse(text);
