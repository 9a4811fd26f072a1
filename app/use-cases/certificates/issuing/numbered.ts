/** A number nobody else gets, with the code of its check page. */
export type Numbered = { number: string; code: string };

/** A certificate also has a place in the status lists. */
export type NumberedCertificate = Numbered & { statusIndex: number };
