import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'Use small letters, digits and hyphens.');
const text = z.string().trim().min(1);
const base = { id: Id, facts: z.array(z.string()).min(1, 'Name at least one fact that the question rests on.'), text };
const RightWrong = z.strictObject({ right: text, wrong: text });

export const Option = z.strictObject({ id: Id, text, correct: z.boolean().default(false), feedback: text });
const options = z.array(Option).min(2).max(6);

/** One question of a bank, as its file says it. */
export const Question = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...base, kind: z.literal('single'), options }),
    z.strictObject({ ...base, kind: z.literal('multiple'), options }),
    z.strictObject({ ...base, kind: z.literal('true-false'), answer: z.boolean(), feedback: RightWrong }),
    z.strictObject({
      ...base,
      kind: z.literal('numeric'),
      answer: z.number(),
      tolerance: z.number().min(0).default(0),
      unit: z.string().optional(),
      feedback: RightWrong,
    }),
    z.strictObject({ ...base, kind: z.literal('short-text'), accept: z.array(text).min(1), feedback: RightWrong }),
  ],
  { error: 'kind is single, multiple, true-false, numeric or short-text.' },
);
export type Question = z.infer<typeof Question>;
export type QuestionOption = z.infer<typeof Option>;

export const BankFile = z.strictObject({ bank: Id, questions: z.array(Question).min(1) });

/** What was answered: the chosen options, yes or no, a number, or a text. */
export type Answer = { chosen: string[] } | { said: boolean } | { number: number } | { text: string };

/** The option ids of a question in file order; true-false questions have two fixed ones. */
export function optionIdsOf(question: Question): string[] {
  if ('options' in question) return question.options.map(({ id }) => id);
  return question.kind === 'true-false' ? ['true', 'false'] : [];
}
