import { z } from 'zod';

/** The languages that a course may be told in. */
export type Language = 'da' | 'en';

export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'Use small letters, digits and hyphens.');
export const text = z.string().trim().min(1);
/** What every question has, whatever its kind. */
export const head = {
  id: Id,
  /** A question of a bank names at least one; a check in a lesson may name none. */
  facts: z.array(z.string()).min(1, 'Name at least one fact that the question rests on.').optional(),
  text,
  /** What the question tests: a goal and a level of its course. */
  goal: Id.optional(),
  level: Id.optional(),
  /** Where it may be asked; `both` when it says nothing. */
  use: z.enum(['practice', 'test', 'both']).optional(),
  /** The case of its bank that is shown above it. */
  case: Id.optional(),
  /** Where a lesson tells it: a lesson, or a section of it. */
  lesson: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(#[a-z0-9-]+)?$/, 'Write the lesson, or the lesson and its section: "m2#opgave".')
    .optional(),
  /** Helps whoever answered wrong and may try again. */
  hint: text.optional(),
};
export const RightWrong = z.strictObject({ right: text, wrong: text });
/** The words of a kind with partial credit. */
export const RightPartlyWrong = z.strictObject({ right: text, partly: text, wrong: text });

/** A part of a question that a page shows in an order of its own for each attempt, such as an option. */
export type Part = { id: string; text: string };

export type Parsed<Answer, Issue extends string> = { ok: true; answer: Answer } | { ok: false; issue: Issue };

/** How an answer was: an unscored one is only noted. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'noted';

/** One part of an answer, such as a pair or a gap: what stands there, what was answered, and what is right. */
export type ExplainedPart = { text: string; given: string; mark: 'right' | 'wrong' | 'empty'; expected?: string };

/** What is shown about an answer after the attempt; `expected` is left out while the key is not to be told. */
export type Explanation = {
  /** For each option whether it was chosen, whether it is right, and why. */
  options: { text: string; chosen: boolean; correct: boolean; feedback: string }[];
  /** For questions without options: what was answered, what is right, and why. */
  said?: { answer: string; expected?: string; feedback: string };
  /** For questions with several parts: how each of them was, and why. */
  parts?: { each: ExplainedPart[]; feedback: string };
  /** For questions that have no right answer: what was answered. */
  noted?: string;
};

/**
 * `demands` holds what can be compared as text. `texts` says of each option by its words whether it is right: words that
 * move from a right option to a wrong one turn the key around, though its ids stay.
 */
export type QuestionKey = { demands: string; texts: Readonly<Record<string, boolean>> };

/**
 * Everything the rules know about one kind of question. `order` is the order of the parts as it was drawn for the
 * attempt.
 */
export interface QuestionKind<Question, Shown extends object, Answer> {
  /** A question as the file of its bank says it. */
  schema: z.ZodType<Question>;
  /** An answer as it is stored. */
  answer: z.ZodType<Answer>;
  /** Faults of a question that the schema cannot see; `row` may be invalid in other ways. */
  faultsOf?(row: object): { path: PropertyKey[]; message: string }[];
  /** What is laid out, in the order of the file. */
  parts(question: Question): Part[];
  /** The parts are always shown in the order of the file. */
  inFileOrder?: true;
  /** Whether an attempt may show the parts in this order; any order when the kind says nothing. */
  mayBegin?(question: Question, order: readonly string[]): boolean;
  /** There is no right answer: the question counts for nothing in a score. */
  unscored?: true;
  /** What the browser may know besides the text: never the right answer, never an id of the file, never the feedback. */
  show(question: Question, order: readonly string[]): Shown;
  /** Reads what a form sent; at least one value is not blank. An answer in the wrong form is refused, never guessed. */
  parse(question: Question, order: readonly string[], sent: readonly string[]): Parsed<Answer, string>;
  /** What a form sends for this answer: `parse` reads it back. */
  toForm(question: Question, order: readonly string[], answer: Answer): string[];
  /**
   * 1 for a right answer, 0 for a wrong one; a kind with partial credit may give a share between them. One part more that is
   * right never gives less.
   */
  score(question: Question, answer: Answer): number;
  /** In the words of the question; `language` is theirs. */
  explain(question: Question, answer: Answer | undefined, language?: Language): Explanation;
  /** The same question, which also takes what its translation accepts. */
  accepting?(question: Question, translation: Question): Question;
  /** An answer in the words of a translation, for a kind that stores words. */
  retell?(question: Question, translation: Question, answer: Answer): Answer;
  /** What decides which answers are right. Two editions of a question with the same key differ in words only. */
  key(question: Question): QuestionKey;
  /** The right answer to a question, and a wrong one: the demo and the tests answer with them. */
  right(question: Question): Answer;
  wrong(question: Question): Answer;
  /** Questions of this kind to test with. */
  samples: readonly [Question, ...Question[]];
}

/** The verdict on a share. */
export const verdictOn = (share: number): Exclude<Verdict, 'noted'> =>
  share >= 1 ? 'right' : share > 0 ? 'partly' : 'wrong';

/** The explanation of an answer that has several parts. */
export const explainParts = (
  each: ExplainedPart[],
  feedback: z.infer<typeof RightPartlyWrong>,
  share: number,
): Explanation => ({ options: [], parts: { each, feedback: feedback[verdictOn(share)] } });

/** The part of a list that is right, from 0 to 1. */
export const shareOf = <T>(list: readonly T[], isRight: (each: T, at: number) => boolean): number =>
  list.filter(isRight).length / list.length;

/** The values that are there more than once, each once. */
export const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) < at)),
];

/** A typed answer has at most this many characters. */
export const longestTyped = 200;

/** The values that somebody filled in. */
export const filledIn = (sent: readonly string[]): string[] => sent.filter((each) => each.trim() !== '');

/** The one thing that was typed into a field, or why it is refused. */
export function typedOnce(
  sent: readonly string[],
): { ok: true; typed: string } | { ok: false; issue: 'choose-one' | 'too-long' } {
  const [first = '', ...more] = filledIn(sent);
  if (more.length > 0) return { ok: false, issue: 'choose-one' };
  const typed = first.normalize('NFC').trim();
  return typed.length > longestTyped ? { ok: false, issue: 'too-long' } : { ok: true, typed };
}

/**
 * How the browser names a part: by its place on the page. The ids of the file follow the order in which the author
 * wrote the options, and are the same in every attempt, so they could be passed on as a key.
 */
export const placeOf = (order: readonly string[], id: string): string => String(order.indexOf(id) + 1);

/** The part that the browser named, or undefined. A page from before parts had places sends the id of the file. */
export const partAt = (order: readonly string[], sent: string): string | undefined =>
  /^[1-9]\d?$/.test(sent) ? order[Number(sent) - 1] : order.find((id) => id === sent);
