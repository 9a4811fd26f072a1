import { z } from 'zod';
import { filledIn, head, type Parsed, type QuestionKind } from './kind.ts';
import { type Chosen, faultsOfOptions, options, optionsShared, parseChosen } from './options.ts';

const schema = z.strictObject({ ...head, kind: z.literal('single'), options });
type Single = z.infer<typeof schema>;

/** One option is right. */
export const single = {
  ...optionsShared,
  schema,
  faultsOf: (row) =>
    faultsOfOptions(row, (right) =>
      right === 1 ? undefined : `A single choice has exactly one correct option; this has ${right}.`,
    ),
  parse(question, order, sent): Parsed<Chosen, 'choose-one' | 'not-an-option'> {
    if (filledIn(sent).length > 1) return { ok: false, issue: 'choose-one' };
    return parseChosen(question, order, sent);
  },
  samples: [
    {
      id: 'single',
      kind: 'single',
      facts: ['m1-f01'],
      text: 'Hvad gør du først?',
      options: [
        {
          id: 'a',
          text: 'Spørger, hvad borgeren har prøvet',
          correct: true,
          feedback: 'Så begynder du det rigtige sted.',
        },
        { id: 'b', text: 'Tager musen', correct: false, feedback: 'Borgeren skal selv kunne det bagefter.' },
        { id: 'c', text: 'Henter en kollega', correct: false, feedback: 'Først når du selv er kørt fast.' },
      ],
    },
  ],
} satisfies QuestionKind<Single, { options: unknown }, Chosen>;
