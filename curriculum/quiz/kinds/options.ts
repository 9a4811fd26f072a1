import { z } from 'zod';
import {
  type Explanation,
  filledIn,
  Id,
  type Parsed,
  type Part,
  partAt,
  placeOf,
  type QuestionKey,
  text,
} from './kind.ts';

export const Option = z.strictObject({ id: Id, text, correct: z.boolean().default(false), feedback: text });
export const options = z.array(Option).min(2).max(6);
export type WithOptions = { options: z.infer<typeof options> };

export const Chosen = z.object({ chosen: z.array(z.string()) });
export type Chosen = z.infer<typeof Chosen>;

/** What the kinds with options have in common. */
export const optionsShared = {
  answer: Chosen,
  parts: ({ options }: WithOptions): Part[] => options.map(({ id, text }) => ({ id, text })),
  show({ options }: WithOptions, order: readonly string[]): { options: Part[] } {
    const texts = new Map(options.map(({ id, text }) => [id, text]));
    return { options: order.map((id) => ({ id: placeOf(order, id), text: texts.get(id) ?? '' })) };
  },
  toForm: (_: WithOptions, order: readonly string[], { chosen }: Chosen): string[] =>
    order.filter((id) => chosen.includes(id)).map((id) => placeOf(order, id)),
  score: ({ options }: WithOptions, { chosen }: Chosen): number =>
    options.every(({ id, correct }) => chosen.includes(id) === correct) ? 1 : 0,
  explain: ({ options }: WithOptions, answer: Chosen | undefined): Explanation => ({
    options: options.map(({ id, text, correct, feedback }) => ({
      text,
      correct,
      feedback,
      chosen: answer?.chosen.includes(id) ?? false,
    })),
  }),
  key: ({ options }: WithOptions): QuestionKey => ({
    demands: JSON.stringify(options.map(({ id, correct }) => [id, correct]).sort()),
    texts: Object.fromEntries(options.map(({ text, correct }) => [text, correct])),
  }),
  right: ({ options }: WithOptions): Chosen => ({
    chosen: options.filter(({ correct }) => correct).map(({ id }) => id),
  }),
  wrong: ({ options }: WithOptions): Chosen => ({
    chosen: options
      .filter(({ correct }) => !correct)
      .slice(0, 1)
      .map(({ id }) => id),
  }),
};

/** Reads the chosen options, in the order of the file, each once. */
export function parseChosen(
  { options }: WithOptions,
  order: readonly string[],
  sent: readonly string[],
): Parsed<Chosen, 'not-an-option'> {
  const chosen = filledIn(sent).map((each) => partAt(order, each));
  if (chosen.includes(undefined)) return { ok: false, issue: 'not-an-option' };
  return { ok: true, answer: { chosen: options.map(({ id }) => id).filter((id) => chosen.includes(id)) } };
}

/** Options of one id, and the wrong number of correct ones: `complain` judges that number. */
export function faultsOfOptions(row: object, complain: (right: number, of: number) => string | undefined) {
  const list: unknown = 'options' in row ? row.options : undefined;
  if (!Array.isArray(list)) return [];
  const ids = list.map((option) => option?.id).filter((id) => typeof id === 'string');
  const twice = new Set(ids).size < ids.length ? 'Two options have the same id.' : undefined;
  // We cannot count the correct options if a `correct` is unreadable or an unknown key may be a misspelt `correct`.
  const countable = list.length > 0 && list.every(saysWhetherCorrect);
  const amiss = countable && complain(list.filter(({ correct }) => correct).length, list.length);
  return [twice, amiss].flatMap((message) => (message ? [{ path: ['options'], message }] : []));
}

function saysWhetherCorrect(option: unknown): option is { correct?: boolean } {
  if (typeof option !== 'object' || option === null) return false;
  const knowsEveryWord = Object.keys(option).every((key) => Object.hasOwn(Option.shape, key));
  return knowsEveryWord && Option.shape.correct.safeParse((option as { correct?: unknown }).correct).success;
}
