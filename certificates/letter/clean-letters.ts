import { cleanText } from '#certificates/drawing/clean-texts.ts';
import type { InvitationLetter, LettersData } from './letters-data.ts';

export type Written = Omit<InvitationLetter, 'message'> & { paragraphs: string[] };
export type CleanLetters = Omit<LettersData, 'letters'> & { letters: Written[] };

/** The letters with every text that somebody wrote made plain; each line of the agency's own words is a paragraph. */
export const cleanLetters = ({ letters, ...rest }: LettersData): CleanLetters => ({
  ...rest,
  issuer: cleanText(rest.issuer),
  letters: letters.map(({ message, service, wave, ...letter }) => ({
    ...{ ...letter, service: cleanText(service), wave: cleanText(wave) },
    paragraphs: message
      .split(/\r?\n/)
      .map(cleanText)
      .filter((line) => line !== ''),
  })),
});
