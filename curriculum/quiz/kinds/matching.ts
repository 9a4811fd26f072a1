import { z } from 'zod';
import {
  explainParts,
  head,
  Id,
  type Parsed,
  partAt,
  placeOf,
  type QuestionKind,
  RightPartlyWrong,
  repeated,
  shareOf,
  text,
} from './kind.ts';

const schema = z.strictObject({
  ...head,
  kind: z.literal('matching'),
  pairs: z
    .array(z.strictObject({ id: Id, text, match: text }))
    .min(2)
    .max(8),
  /** Matches that belong to nothing. */
  distractors: z.array(text).min(1).max(4).optional(),
  feedback: RightPartlyWrong,
});
type Matching = z.infer<typeof schema>;
/** By pair, the match that was chosen. */
const Matched = z.object({ matched: z.record(z.string(), z.string()) });
type Matched = z.infer<typeof Matched>;

/** A match for each line; a match may belong to several lines. An answer earns the share of the lines that are right. */
export const matching = {
  schema,
  answer: Matched,
  faultsOf,
  parts: matchesOf,
  show(question, order) {
    const texts = new Map(matchesOf(question).map(({ id, text }) => [id, text]));
    return {
      pairs: question.pairs.map(({ text }, at) => ({ id: String(at + 1), text })),
      matches: order.map((id) => ({ id: placeOf(order, id), text: texts.get(id) ?? '' })),
    };
  },
  /** One control for each pair, in the order of the file; blank where nothing is chosen. */
  parse({ pairs }, order, sent): Parsed<Matched, 'not-an-option'> {
    const chosen = sent.map((each) => (each.trim() === '' ? '' : partAt(order, each)));
    if (sent.length !== pairs.length || chosen.includes(undefined)) return { ok: false, issue: 'not-an-option' };
    const filled = pairs.map(({ id }, at) => [id, chosen[at]!] as const).filter(([, match]) => match !== '');
    return { ok: true, answer: { matched: Object.fromEntries(filled) } };
  },
  toForm: ({ pairs }, order, { matched }) => pairs.map(({ id }) => (matched[id] ? placeOf(order, matched[id]) : '')),
  score: partsRight,
  explain(question, answer) {
    const texts = new Map(matchesOf(question).map(({ id, text }) => [id, text]));
    const each = question.pairs.map(({ id, text, match }) => {
      const chosen = answer?.matched[id];
      const mark = chosen === undefined ? 'empty' : chosen === rightOf(question, id) ? 'right' : 'wrong';
      return { text, given: texts.get(chosen ?? '') ?? '', mark, expected: match } as const;
    });
    return explainParts(each, question.feedback, answer ? partsRight(question, answer) : 0);
  },
  key(question) {
    const matches = matchesOf(question);
    const all = question.pairs.flatMap((pair) =>
      matches.map(({ text }) => [`${pair.text} → ${text}`, text === pair.match] as const),
    );
    const demands = question.pairs.map(({ id }) => [id, rightOf(question, id)].join(' ')).sort();
    return { demands: JSON.stringify([demands, question.distractors?.length ?? 0]), texts: Object.fromEntries(all) };
  },
  right: (question) => ({ matched: Object.fromEntries(question.pairs.map(({ id }) => [id, rightOf(question, id)])) }),
  wrong(question) {
    const matches = matchesOf(question);
    const otherThan = (right: string) => matches.find(({ id }) => id !== right)!.id;
    return { matched: Object.fromEntries(question.pairs.map(({ id }) => [id, otherThan(rightOf(question, id))])) };
  },
  samples: [
    {
      id: 'matching',
      kind: 'matching',
      facts: ['m1-f01'],
      text: 'Hvor giver virksomheden adgangen?',
      pairs: [
        { id: 'post', text: 'Læse Digital Post', match: 'Rettighedsportalen' },
        { id: 'moms', text: 'Indberette moms', match: 'TastSelv Erhverv' },
        { id: 'virk', text: 'Bruge de fleste løsninger på Virk', match: 'MitID Erhverv' },
      ],
      distractors: ['NemRefusion'],
      feedback: {
        right: 'Alle tre passer sammen.',
        partly: 'Noget passer. Ét rum har sin egen lås.',
        wrong: 'To rum har egen lås. Hvilke to?',
      },
    },
    {
      id: 'matching-shared',
      kind: 'matching',
      facts: ['m1-f01'],
      text: 'Hvem må taste?',
      pairs: [
        { id: 'pinkode', text: 'Pinkoden', match: 'Kun borgeren' },
        { id: 'kode', text: 'Adgangskoden', match: 'Kun borgeren' },
        { id: 'adresse', text: 'Biblioteks adresse', match: 'Borgeren eller du' },
      ],
      feedback: { right: 'Koder er personlige.', partly: 'Tænk på koderne igen.', wrong: 'Koder er personlige.' },
    },
  ],
} satisfies QuestionKind<Matching, { pairs: unknown; matches: unknown }, Matched>;

/** What can be chosen: each match once, by its first pair, and the distractors. */
function matchesOf({ pairs, distractors = [] }: Pick<Matching, 'pairs' | 'distractors'>) {
  const first = pairs.filter(({ match }, at) => pairs.findIndex((pair) => pair.match === match) === at);
  return [
    ...first.map(({ id, match }) => ({ id, text: match })),
    // An id of the file has no "+", so the two never meet.
    ...distractors.map((text, at) => ({ id: `+${at + 1}`, text })),
  ];
}

function rightOf({ pairs }: Matching, id: string): string {
  const match = pairs.find((pair) => pair.id === id)?.match;
  return pairs.find((pair) => pair.match === match)!.id;
}

function partsRight(question: Matching, { matched }: Matched): number {
  return shareOf(question.pairs, ({ id }) => matched[id] === rightOf(question, id));
}

function faultsOf(row: object) {
  const { pairs, distractors } = row as { pairs?: unknown; distractors?: unknown };
  const read = schema.shape.pairs.safeParse(pairs);
  if (!read.success) return [];
  const faults: { path: PropertyKey[]; message: string }[] = [];
  if (repeated(read.data.map(({ id }) => id)).length > 0)
    faults.push({ path: ['pairs'], message: 'Two pairs have the same id.' });
  for (const twice of repeated(read.data.map(({ text }) => text)))
    faults.push({ path: ['pairs'], message: `Two pairs ask for "${twice}": say it in one of them.` });
  const others = schema.shape.distractors.safeParse(distractors);
  if (!others.success) return faults;
  const wrong = others.data ?? [];
  wrong.forEach((text, at) => {
    const pair = read.data.find(({ match }) => match === text);
    if (pair) faults.push({ path: ['distractors', at], message: `"${text}" is the match of "${pair.text}".` });
    else if (wrong.indexOf(text) < at) faults.push({ path: ['distractors', at], message: `"${text}" is here twice.` });
  });
  if (matchesOf({ pairs: read.data, distractors: wrong }).length < 2)
    faults.push({ path: ['pairs'], message: 'Every pair has the same match: add another one or a distractor.' });
  return faults;
}
