import { z } from 'zod';
import {
  explainParts,
  head,
  Id,
  type Language,
  longestTyped,
  type Parsed,
  partAt,
  type QuestionKind,
  RightPartlyWrong,
  repeated,
  shareOf,
  text,
} from './kind.ts';
import { danish, isNear, numberIn, parseDanishNumber } from './numeric.ts';
import { isAccepted } from './short-text.ts';

/** One of three: `options` and which of them is right, `accept` for a word, or a number as `answer`. */
const Gap = z.strictObject({
  id: Id,
  options: z.array(text).min(2).max(6).optional(),
  accept: z.array(text).min(1).optional(),
  answer: z.union([text, z.number()], { error: 'Write one of the options, or a number.' }).optional(),
  tolerance: z.number().min(0).optional(),
  unit: text.optional(),
});
type Gap = z.infer<typeof Gap>;
const schema = z.strictObject({
  ...head,
  kind: z.literal('cloze'),
  /** The text with its gaps, such as {{1}}; an empty line begins a new paragraph. */
  passage: text,
  gaps: z.array(Gap).min(1).max(8),
  feedback: RightPartlyWrong,
});
type Cloze = z.infer<typeof schema>;
/** By gap, what was chosen or typed. */
const Filled = z.object({ filled: z.record(z.string(), z.union([z.string(), z.number()])) });
type Filled = z.infer<typeof Filled>;

/** What a page may know of a gap; the words before it name it for whoever does not see the page. */
export type GapView = { id: string; before: string; unit?: string } & (
  | { is: 'chosen'; options: { id: string; text: string }[] }
  | { is: 'word' | 'number' }
);

/** A text with gaps to choose or type in. An answer earns the share of the gaps that are right. */
export const cloze = {
  schema,
  answer: Filled,
  faultsOf,
  parts: ({ gaps }) =>
    gaps.flatMap(({ id, options = [] }) => options.map((text, at) => ({ id: `${id}:${at + 1}`, text }))),
  /** In the passage, each gap has the number of its place in the text. */
  show(question, order) {
    let at = 0;
    const before = wordsBeforeGaps(question.passage);
    return {
      passage: question.passage.replace(mark, () => `{{${++at}}}`),
      gaps: inTextOrder(question).map((gap, at): GapView => {
        const view = { id: String(at + 1), before: before[at]!, ...(gap.unit !== undefined && { unit: gap.unit }) };
        if (!gap.options) return { ...view, is: gap.accept ? 'word' : 'number' };
        return {
          ...view,
          is: 'chosen',
          options: optionsIn(gap, order).map((text, at) => ({ id: String(at + 1), text })),
        };
      }),
    };
  },
  /** One control for each gap, in the order of the text; blank where nothing is filled in. */
  parse(question, order, sent): Parsed<Filled, 'not-an-option' | 'not-a-number' | 'too-long'> {
    const gaps = inTextOrder(question);
    if (sent.length !== gaps.length) return { ok: false, issue: 'not-an-option' };
    const filled: Filled['filled'] = {};
    for (const [at, gap] of gaps.entries()) {
      const typed = sent[at]!.normalize('NFC').trim();
      if (typed === '') continue;
      if (typed.length > longestTyped) return { ok: false, issue: 'too-long' };
      const options = optionsIn(gap, order);
      const read = gap.options ? partAt(options, typed) : gap.accept ? typed : parseDanishNumber(typed, gap.unit);
      if (read === undefined) return { ok: false, issue: gap.options ? 'not-an-option' : 'not-a-number' };
      filled[gap.id] = read;
    }
    return { ok: true, answer: { filled } };
  },
  toForm: (question, order, { filled }) =>
    inTextOrder(question).map((gap) => {
      const given = filled[gap.id];
      if (given === undefined) return '';
      if (gap.options) return String(optionsIn(gap, order).indexOf(String(given)) + 1);
      return typeof given === 'number' ? danish(given) : given;
    }),
  score: partsRight,
  explain(question, answer, language = 'da') {
    const before = wordsBeforeGaps(question.passage);
    const each = inTextOrder(question).map((gap, at) => {
      const given = answer?.filled[gap.id];
      const mark = given === undefined ? 'empty' : isRight(gap, given) ? 'right' : 'wrong';
      return {
        text: before[at]!,
        given: said(gap, given, language),
        mark,
        expected: said(gap, rightOf(gap), language),
      } as const;
    });
    return explainParts(each, question.feedback, answer ? partsRight(question, answer) : 0);
  },
  accepting: (question, { gaps }) => ({
    ...question,
    gaps: question.gaps.map((gap) => {
      const more = gaps.find(({ id }) => id === gap.id)?.accept ?? [];
      return gap.accept ? { ...gap, accept: [...gap.accept, ...more] } : gap;
    }),
  }),
  /** What was typed stays as it was typed; an option is the one at the same place. */
  retell: (question, translation, { filled }) => ({
    filled: Object.fromEntries(
      Object.entries(filled).map(([id, given]) => {
        const at = question.gaps.find((gap) => gap.id === id)?.options?.indexOf(String(given)) ?? -1;
        return [id, translation.gaps.find((gap) => gap.id === id)?.options?.[at] ?? given];
      }),
    ),
  }),
  key: ({ gaps }) => ({
    demands: JSON.stringify(
      gaps
        .map(({ id, options, accept, answer, tolerance, unit }) =>
          options
            ? [id, options.indexOf(String(answer))]
            : [id, accept ? [...accept].sort() : [answer, tolerance, unit]],
        )
        .sort(),
    ),
    texts: Object.fromEntries(
      gaps.flatMap(({ id, options = [], answer }) =>
        options.map((text) => [`${id} ${text}`, text === answer] as const),
      ),
    ),
  }),
  right: ({ gaps }) => ({ filled: Object.fromEntries(gaps.map((gap) => [gap.id, rightOf(gap)])) }),
  wrong: ({ gaps }) => ({ filled: Object.fromEntries(gaps.map((gap) => [gap.id, wrongOf(gap)])) }),
  samples: [
    {
      id: 'cloze',
      kind: 'cloze',
      facts: ['m1-f01'],
      text: 'Gør sætningerne færdige',
      passage: 'Ella kan selv {{a}} en rettighed. Den gives i {{b}}.\n\nDet tager omkring {{c}}.',
      gaps: [
        { id: 'a', options: ['anmode om', 'godkende', 'slette'], answer: 'anmode om' },
        { id: 'b', accept: ['Rettighedsportalen', 'portalen'] },
        { id: 'c', answer: 12.5, tolerance: 0.5, unit: 'minutter' },
      ],
      feedback: {
        right: 'Alle tre huller passer.',
        partly: 'Noget passer. Læs, hvem der godkender.',
        wrong: 'Ingen passer endnu. Læs om huset, og prøv igen.',
      },
    },
  ],
} satisfies QuestionKind<Cloze, { passage: string; gaps: GapView[] }, Filled>;

const mark = /\{\{([^{}]*)\}\}/g;
const namedIn = (passage: string) => [...passage.matchAll(mark)].map(([, id]) => id!.trim());
const inTextOrder = ({ passage, gaps }: Pick<Cloze, 'passage' | 'gaps'>): Gap[] =>
  namedIn(passage).flatMap((id) => gaps.find((gap) => gap.id === id) ?? []);

/** The options of a gap in the order drawn for the attempt. */
const optionsIn = ({ id, options = [] }: Gap, order: readonly string[]): string[] =>
  order.flatMap((part) => {
    const [gap, at] = part.split(':');
    return gap === id ? [options[Number(at) - 1] ?? ''] : [];
  });

/** The last words before each gap, without the signs that close the sentence before. */
const wordsBeforeGaps = (passage: string): string[] =>
  passage
    .split(/\{\{[^{}]*\}\}/)
    .slice(0, -1)
    .map((piece) =>
      `${piece
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .trim()
        .split(/\s+/)
        .slice(-6)
        .join(' ')} …`.trim(),
    );
const isRight = ({ options, accept, answer, tolerance = 0 }: Gap, given: string | number | undefined) =>
  options
    ? given === answer
    : accept
      ? typeof given === 'string' && isAccepted(accept, given)
      : typeof given === 'number' && isNear(given, Number(answer), tolerance);
const rightOf = ({ accept, answer }: Gap) => answer ?? accept![0]!;
const wrongOf = ({ options, accept, answer, tolerance = 0 }: Gap) =>
  options ? options.find((each) => each !== answer)! : accept ? 'ved ikke' : Number(answer) + tolerance + 1;
const said = ({ unit }: Gap, given: string | number | undefined, language: Language) =>
  given === undefined
    ? ''
    : [typeof given === 'number' ? numberIn(language, given) : given, unit].filter(Boolean).join(' ');

function partsRight({ gaps }: Cloze, { filled }: Filled): number {
  return shareOf(gaps, (gap) => isRight(gap, filled[gap.id]));
}

function faultsOf(row: object) {
  const { passage, gaps } = row as { passage?: unknown; gaps?: unknown };
  const faults: { path: PropertyKey[]; message: string }[] = [];
  const read = Array.isArray(gaps) ? gaps.map((gap) => Gap.safeParse(gap).data) : [];
  read.forEach((gap, at) => {
    const message = gap && faultOf(gap);
    if (message) faults.push({ path: ['gaps', at], message });
  });
  const ids = read.flatMap((gap) => gap?.id ?? []);
  for (const twice of repeated(ids)) faults.push({ path: ['gaps'], message: `Two gaps have the id ${twice}.` });
  if (typeof passage !== 'string' || ids.length < read.length || ids.length === 0) return faults;
  const named = namedIn(passage);
  for (const id of new Set(named))
    if (!ids.includes(id))
      faults.push({ path: ['passage'], message: `The gap {{${id}}} has no answer: add it to gaps.` });
  for (const twice of repeated(named))
    faults.push({ path: ['passage'], message: `The gap {{${twice}}} is here twice: give each its own id.` });
  read.forEach((gap, at) => {
    if (gap && !named.includes(gap.id))
      faults.push({ path: ['gaps', at], message: `The passage has no gap {{${gap.id}}}.` });
  });
  return faults;
}

function faultOf({ id, options, accept, answer, tolerance, unit }: Gap): string | undefined {
  if (options && accept) return `Gap ${id} has both options and accept: take one of the two out.`;
  if (accept && answer !== undefined) return `Gap ${id} has both accept and answer: take one of the two out.`;
  if (!accept && answer === undefined)
    return `Gap ${id} has no answer: give it options and answer, accept, or a number as answer.`;
  if (!options && typeof answer === 'string') return `Gap ${id}: write a text under accept, or a number as answer.`;
  if (options && !options.some((option) => option === answer)) return `Gap ${id}: "${answer}" is none of its options.`;
  if (options && repeated(options).length > 0) return `Gap ${id} has the option "${repeated(options)[0]}" twice.`;
  if (typeof answer !== 'number' && (tolerance !== undefined || unit !== undefined))
    return `Gap ${id}: only a number has a tolerance or a unit.`;
  return undefined;
}
