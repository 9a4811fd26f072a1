import { z } from 'zod';
import { head, type QuestionKind, shareOf } from './kind.ts';
import { type Chosen, faultsOfOptions, options, optionsShared, parseChosen } from './options.ts';

const schema = z.strictObject({ ...head, kind: z.literal('multiple'), options, partial: z.boolean().optional() });
type Multiple = z.infer<typeof schema>;

/**
 * One or more options are right, and exactly these are to be chosen. It has no partial points, as knowing half a rule does
 * not help at the desk, unless the question says `partial: true`: then the share of the right options that were chosen
 * counts, less the share of the wrong ones. Whoever chooses everything earns nothing.
 */
export const multiple = {
  ...optionsShared,
  schema,
  faultsOf: (row) =>
    faultsOfOptions(row, (right, of) =>
      right > 0 && right < of ? undefined : 'A multiple choice has at least one correct option and one that is not.',
    ),
  parse: parseChosen,
  score(question, answer) {
    if (!question.partial) return optionsShared.score(question, answer);
    const chosenOf = (correct: boolean) =>
      shareOf(
        question.options.filter((option) => option.correct === correct),
        ({ id }) => answer.chosen.includes(id),
      );
    return Math.max(0, chosenOf(true) - chosenOf(false));
  },
  samples: [
    {
      id: 'multiple',
      kind: 'multiple',
      facts: ['m1-f01'],
      text: 'Hvad må stå i loggen?',
      options: [
        { id: 'a', text: 'Emnet', correct: true, feedback: 'Det siger intet om, hvem der spurgte.' },
        { id: 'b', text: 'Tidsforbruget', correct: true, feedback: 'Det siger intet om, hvem der spurgte.' },
        { id: 'c', text: 'Borgerens cpr-nummer', correct: false, feedback: 'Loggen er uden personoplysninger.' },
      ],
    },
    {
      id: 'multiple-partial',
      kind: 'multiple',
      partial: true,
      facts: ['m1-f01'],
      text: 'Hvilke to ting gives i MitID Erhverv?',
      options: [
        { id: 'post', text: 'Virksomhedens Digital Post', correct: true, feedback: 'Den gives under rettigheder.' },
        { id: 'rolle', text: 'Rollen som brugeradministrator', correct: true, feedback: 'Den er en rolle.' },
        { id: 'skat', text: 'Indberetning på skat.dk', correct: false, feedback: 'Den gives i TastSelv Erhverv.' },
      ],
    },
  ],
} satisfies QuestionKind<Multiple, { options: unknown }, Chosen>;
