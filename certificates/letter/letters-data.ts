/** An invitation as it is printed for one library service. Days are `YYYY-MM-DD`. */
export type InvitationLetter = {
  service: string;
  wave: string;
  opensOn: string;
  answerBy: string;
  /** The agency's own words, perhaps none. */
  message: string;
  answerUrl: string;
};

/** The letters of one file, a page each. */
export type LettersData = {
  variant: 'letters';
  language: 'da' | 'en';
  issuer: string;
  demo: boolean;
  /** The instant of printing; its day stands on the letters. */
  issuedAt: string;
  writtenOn: string;
  /** The mail address or the page through which the agency is written to. */
  writeTo: string;
  letters: InvitationLetter[];
};
