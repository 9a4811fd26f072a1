import { z } from 'zod';
import { Id, type QuestionKind, text } from './kinds/kind.ts';
import { type Kind, type Kinds, kinds } from './kinds/kinds.ts';

export type QuestionOf<K extends Kind> = z.infer<Kinds[K]['schema']>;
/** One question of a bank, as its file says it. */
export type Question = { [K in Kind]: QuestionOf<K> }[Kind];
/** What was answered, in the form that its kind stores. */
export type Answer = { [K in Kind]: z.infer<Kinds[K]['answer']> }[Kind];

const names = Object.keys(kinds);
const [first, ...others] = Object.values(kinds).map(({ schema }) => schema);
export const Question: z.ZodType<Question> = z.discriminatedUnion('kind', [first!, ...others], {
  error: `kind is ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
});

/** A case that several questions ask about: it is shown above each of them. An empty line begins a new paragraph. */
export const Case = z.strictObject({ id: Id, title: text, text });
export type Case = z.infer<typeof Case>;

export const BankFile = z.strictObject({
  bank: Id,
  cases: z.array(Case).min(1).optional(),
  questions: z.array(Question).min(1),
});

/** The rules of this question's kind. */
export function kindOf({ kind }: Pick<Question, 'kind'>): QuestionKind<Question, object, Answer> {
  // TypeScript cannot see that the kind found by the name in a question takes that question. Only this line says so.
  return kinds[kind] as unknown as QuestionKind<Question, object, Answer>;
}

/** An answer to this question as it was stored; undefined if it is none, or an answer to another kind of question. */
export function answerTo(question: Question, stored: unknown): Answer | undefined {
  return kindOf(question).answer.safeParse(stored).data;
}
