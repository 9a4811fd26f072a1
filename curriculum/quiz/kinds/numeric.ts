import { z } from 'zod';
import { asOnKeyboard } from '#curriculum/quiz/as-on-keyboard.ts';
import { head, type Language, type Parsed, type QuestionKind, RightWrong, typedOnce } from './kind.ts';

const schema = z.strictObject({
  ...head,
  kind: z.literal('numeric'),
  answer: z.number(),
  tolerance: z.number().min(0).default(0),
  unit: z.string().optional(),
  feedback: RightWrong,
});
type Numeric = z.infer<typeof schema>;
const Typed = z.object({ number: z.number() });
type Typed = z.infer<typeof Typed>;

/** A number, right within a tolerance. */
export const numeric = {
  schema,
  answer: Typed,
  parts: () => [],
  show: ({ unit }) => (unit === undefined ? {} : { unit }),
  parse({ unit }, _order, sent): Parsed<Typed, 'choose-one' | 'not-a-number' | 'too-long'> {
    // A number with too many digits would become Infinity, which is stored as null: it is refused as too long.
    const once = typedOnce(sent);
    if (!once.ok) return once;
    const number = parseDanishNumber(once.typed, unit);
    return number === undefined ? { ok: false, issue: 'not-a-number' } : { ok: true, answer: { number } };
  },
  toForm: (_question, _order, { number }) => [danish(number)],
  score: ({ answer, tolerance }, { number }) => (isNear(number, answer, tolerance) ? 1 : 0),
  explain: ({ answer: key, tolerance, unit, feedback }, answer, language = 'da') => ({
    options: [],
    said: {
      answer: answer ? numberIn(language, answer.number) : '',
      expected: [numberIn(language, key), unit].filter(Boolean).join(' '),
      feedback: answer && isNear(answer.number, key, tolerance) ? feedback.right : feedback.wrong,
    },
  }),
  key: ({ answer, tolerance, unit }) => ({ demands: JSON.stringify([answer, tolerance, unit]), texts: {} }),
  right: ({ answer }) => ({ number: answer }),
  wrong: ({ answer, tolerance }) => ({ number: answer + tolerance + 1 }),
  samples: [
    {
      id: 'numeric',
      kind: 'numeric',
      facts: ['m1-f01'],
      text: 'Hvor mange procent af borgerne kan selv?',
      answer: 12.5,
      tolerance: 0.1,
      unit: 'pct.',
      feedback: { right: 'Ja. Det viste undersøgelsen.', wrong: 'Undersøgelsen viste et andet tal.' },
    },
  ],
} satisfies QuestionKind<Numeric, { unit?: string }, Typed>;

// In binary, 0.7 + 0.1 can come out a little below 0.8; without the correction the edge of the tolerance would be wrong.
export const isNear = (number: number, answer: number, tolerance: number) =>
  Math.abs(number - answer) <= tolerance + 1e-9;

/** A number as readers of the language write it. */
export const numberIn = (language: Language, value: number) => (language === 'da' ? danish(value) : String(value));

/** A number as Danes write it. */
export const danish = (value: number) => String(value).replace('.', ',');

/**
 * "1.234,5", "1234,5", "1234.5", "80 %" and "500,-" as Danes write them; undefined when it is no number. Thousands do
 * not begin with 0, so "0.125" is a decimal.
 */
export function parseDanishNumber(text: string, unit?: string): number | undefined {
  let bare = asOnKeyboard(text).replace(/[\s"]/g, '');
  for (const sign of [unit, '%', 'procent', 'pct.', 'pct', 'kroner', 'kr.', 'kr', ',-']) {
    const word = sign && asOnKeyboard(sign).replace(/[\s"]/g, '');
    if (word && bare.toLowerCase().endsWith(word.toLowerCase())) bare = bare.slice(0, -word.length);
  }
  const thousands = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(bare);
  if (!thousands && !/^-?\d+([.,]\d+)?$/.test(bare)) return undefined;
  const plain = thousands ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  // JSON stores -0 as 0, so we turn it into 0 at once.
  return Number(plain) + 0;
}
