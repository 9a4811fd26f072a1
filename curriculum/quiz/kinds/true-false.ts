import { z } from 'zod';
import { filledIn, head, type Language, type Parsed, type QuestionKind, RightWrong } from './kind.ts';

const schema = z.strictObject({ ...head, kind: z.literal('true-false'), answer: z.boolean(), feedback: RightWrong });
type TrueFalse = z.infer<typeof schema>;
const Said = z.object({ said: z.boolean() });
type Said = z.infer<typeof Said>;

const spoken = (said: boolean, language: Language = 'da') =>
  language === 'da' ? (said ? 'Rigtigt' : 'Forkert') : said ? 'True' : 'False';

/** A statement that is true or false. */
export const trueFalse = {
  schema,
  answer: Said,
  parts: () => [true, false].map((said) => ({ id: String(said), text: spoken(said) })),
  inFileOrder: true,
  show: () => ({}),
  parse(_question, _order, sent): Parsed<Said, 'choose-one' | 'not-an-option'> {
    const [said, ...more] = filledIn(sent);
    if (more.length > 0) return { ok: false, issue: 'choose-one' };
    if (said !== 'true' && said !== 'false') return { ok: false, issue: 'not-an-option' };
    return { ok: true, answer: { said: said === 'true' } };
  },
  toForm: (_question, _order, { said }) => [String(said)],
  score: (question, { said }) => (said === question.answer ? 1 : 0),
  explain: ({ answer: key, feedback }, answer, language = 'da') => ({
    options: [],
    said: {
      answer: answer ? spoken(answer.said, language) : '',
      expected: spoken(key, language),
      feedback: answer?.said === key ? feedback.right : feedback.wrong,
    },
  }),
  key: ({ answer }) => ({ demands: JSON.stringify(answer), texts: {} }),
  right: ({ answer }) => ({ said: answer }),
  wrong: ({ answer }) => ({ said: !answer }),
  samples: [
    {
      id: 'true',
      kind: 'true-false',
      facts: ['m1-f01'],
      text: 'Borgeren skal selv skrive sin adgangskode.',
      answer: true,
      feedback: { right: 'Ja. Koden er borgerens egen.', wrong: 'Jo. Koden er borgerens egen.' },
    },
    {
      id: 'false',
      kind: 'true-false',
      facts: ['m1-f01'],
      text: 'Du må låne borgerens MitID.',
      answer: false,
      feedback: { right: 'Nej. MitID er personligt.', wrong: 'Nej, det må du ikke. MitID er personligt.' },
    },
  ],
} satisfies QuestionKind<TrueFalse, object, Said>;
