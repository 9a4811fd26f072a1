import { z } from 'zod';
import { asOnKeyboard } from '#curriculum/quiz/as-on-keyboard.ts';
import { head, type Parsed, type QuestionKind, RightWrong, text, typedOnce } from './kind.ts';

const schema = z.strictObject({
  ...head,
  kind: z.literal('short-text'),
  accept: z.array(text).min(1),
  feedback: RightWrong,
});
type ShortText = z.infer<typeof schema>;
const Typed = z.object({ text: z.string() });
type Typed = z.infer<typeof Typed>;

/** A word or a few, that must be one of those accepted. */
export const shortText = {
  schema,
  answer: Typed,
  parts: () => [],
  show: () => ({}),
  parse(_question, _order, sent): Parsed<Typed, 'choose-one' | 'too-long'> {
    const once = typedOnce(sent);
    return once.ok ? { ok: true, answer: { text: once.typed } } : once;
  },
  toForm: (_question, _order, { text }) => [text],
  score: ({ accept }, { text }) => (isAccepted(accept, text) ? 1 : 0),
  explain: ({ accept, feedback }, answer) => ({
    options: [],
    said: {
      answer: answer?.text ?? '',
      expected: accept[0]!,
      feedback: answer && isAccepted(accept, answer.text) ? feedback.right : feedback.wrong,
    },
  }),
  accepting: (question, { accept }) => ({ ...question, accept: [...question.accept, ...accept] }),
  key: ({ accept }) => ({ demands: JSON.stringify([...new Set(accept.map(plain))].sort()), texts: {} }),
  right: ({ accept }) => ({ text: accept[0]! }),
  wrong: () => ({ text: 'ved ikke' }),
  samples: [
    {
      id: 'short-text',
      kind: 'short-text',
      facts: ['m1-f01'],
      text: 'Hvad logger en virksomhed ind med?',
      accept: ['MitID Erhverv'],
      feedback: { right: 'Ja. Det afløste NemID.', wrong: 'Det er MitID Erhverv, der afløste NemID.' },
    },
  ],
} satisfies QuestionKind<ShortText, object, Typed>;

export const isAccepted = (accept: readonly string[], text: string) =>
  accept.some((accepted) => plain(accepted) === plain(text));

/** Case, spaces, quotes, final punctuation and the typography of signs do not decide an answer. */
const plain = (text: string) =>
  asOnKeyboard(text)
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|[.,:;!?'\s]+$/g, '');
