/** The id of the library service of a municipality. */
export const serviceIdOf = (code: string) => `tjeneste-${code}`;
