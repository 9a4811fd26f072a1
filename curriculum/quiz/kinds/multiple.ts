import { z } from 'zod';
import { head, type QuestionKind } from './kind.ts';
import { type Chosen, faultsOfOptions, options, optionsShared, parseChosen } from './options.ts';

const schema = z.strictObject({ ...head, kind: z.literal('multiple'), options });
type Multiple = z.infer<typeof schema>;

/**
 * One or more options are right, and exactly these are to be chosen. It has no partial points: knowing half a rule does
 * not help at the desk.
 */
export const multiple = {
  ...optionsShared,
  schema,
  faultsOf: (row) =>
    faultsOfOptions(row, (right, of) =>
      right > 0 && right < of ? undefined : 'A multiple choice has at least one correct option and one that is not.',
    ),
  parse: parseChosen,
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
  ],
} satisfies QuestionKind<Multiple, { options: unknown }, Chosen>;
