import { z } from 'zod';
import {
  explainParts,
  filledIn,
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
  kind: z.literal('categorise'),
  categories: z
    .array(z.strictObject({ id: Id, text }))
    .min(2)
    .max(4),
  items: z
    .array(z.strictObject({ id: Id, text, category: z.string() }))
    .min(2)
    .max(9),
  feedback: RightPartlyWrong,
});
type Categorise = z.infer<typeof schema>;
/** By item, the category it was put in. */
const Sorted = z.object({ sorted: z.record(z.string(), z.string()) });
type Sorted = z.infer<typeof Sorted>;

/** Items to be put in two to four categories. An answer earns the share of the items that lie right. */
export const categorise = {
  schema,
  answer: Sorted,
  faultsOf,
  parts: ({ items }) => items.map(({ id, text }) => ({ id, text })),
  show({ categories, items }, order) {
    const texts = new Map(items.map(({ id, text }) => [id, text]));
    return {
      categories: categories.map(({ text }, at) => ({ id: String(at + 1), text })),
      items: order.map((id) => ({ id: placeOf(order, id), text: texts.get(id) ?? '' })),
    };
  },
  /** Each control sends an item and its category: "3-1" puts the third item that is shown in the first category. */
  parse({ categories }, order, sent): Parsed<Sorted, 'not-an-option' | 'choose-one'> {
    const put = filledIn(sent).map((each) => {
      const [, item = '', category = ''] = /^(\d)-(\d)$/.exec(each) ?? [];
      return [partAt(order, item), categories[Number(category) - 1]?.id] as const;
    });
    const known = put.flatMap(([item, category]) => (item && category ? [[item, category] as const] : []));
    if (known.length < put.length) return { ok: false, issue: 'not-an-option' };
    if (repeated(known.map(([item]) => item)).length > 0) return { ok: false, issue: 'choose-one' };
    return { ok: true, answer: { sorted: Object.fromEntries(known) } };
  },
  toForm: ({ categories }, order, { sorted }) =>
    order.flatMap((item, at) => {
      const category = categories.findIndex(({ id }) => id === sorted[item]);
      return category < 0 ? [] : [`${at + 1}-${category + 1}`];
    }),
  score: partsRight,
  explain(question, answer) {
    const texts = new Map(question.categories.map(({ id, text }) => [id, text]));
    const each = question.items.map(({ id, text, category }) => {
      const put = answer?.sorted[id];
      const mark = put === undefined ? 'empty' : put === category ? 'right' : 'wrong';
      return { text, given: texts.get(put ?? '') ?? '', mark, expected: texts.get(category) ?? '' } as const;
    });
    return explainParts(each, question.feedback, answer ? partsRight(question, answer) : 0);
  },
  key: ({ categories, items }) => ({
    demands: JSON.stringify(items.map(({ id, category }) => [id, category].join(' ')).sort()),
    texts: Object.fromEntries(
      items.flatMap((item) =>
        categories.map(({ id, text }) => [`${item.text} → ${text}`, id === item.category] as const),
      ),
    ),
  }),
  right: ({ items }) => ({ sorted: Object.fromEntries(items.map(({ id, category }) => [id, category])) }),
  wrong: ({ categories, items }) => ({
    sorted: Object.fromEntries(
      items.map(({ id, category }) => [id, categories.find((other) => other.id !== category)!.id]),
    ),
  }),
  samples: [
    {
      id: 'categorise',
      kind: 'categorise',
      facts: ['m1-f01'],
      text: 'Må du taste det for en borger, der får MitID?',
      categories: [
        { id: 'ja', text: 'Må jeg' },
        { id: 'nej', text: 'Må jeg ikke' },
      ],
      items: [
        { id: 'mobil', text: 'Mobilnummer', category: 'ja' },
        { id: 'sms', text: 'Kode fra sms', category: 'ja' },
        { id: 'pinkode', text: 'Pinkode til MitID', category: 'nej' },
      ],
      feedback: {
        right: 'Kontaktoplysninger og koder fra sms må du. De personlige koder må du aldrig.',
        partly: 'Noget ligger rigtigt. Se på koden fra sms igen.',
        wrong: 'Spørg dig selv: Er koden borgerens hemmelighed?',
      },
    },
  ],
} satisfies QuestionKind<Categorise, { categories: unknown; items: unknown }, Sorted>;

function partsRight({ items }: Categorise, { sorted }: Sorted): number {
  return shareOf(items, ({ id, category }) => sorted[id] === category);
}

function faultsOf(row: object) {
  const { categories, items } = row as { categories?: unknown; items?: unknown };
  const known = schema.shape.categories.safeParse(categories);
  const read = schema.shape.items.safeParse(items);
  const faults: { path: PropertyKey[]; message: string }[] = [];
  if (known.success) {
    if (repeated(known.data.map(({ id }) => id)).length > 0)
      faults.push({ path: ['categories'], message: 'Two categories have the same id.' });
    for (const twice of repeated(known.data.map(({ text }) => text)))
      faults.push({ path: ['categories'], message: `Two categories are called "${twice}".` });
  }
  if (read.success) {
    if (repeated(read.data.map(({ id }) => id)).length > 0)
      faults.push({ path: ['items'], message: 'Two items have the same id.' });
    for (const twice of repeated(read.data.map(({ text }) => text)))
      faults.push({ path: ['items'], message: `"${twice}" is here twice: say it in one item.` });
  }
  if (!known.success || !read.success) return faults;
  const ids = known.data.map(({ id }) => id);
  read.data.forEach(({ category }, at) => {
    if (!ids.includes(category))
      faults.push({ path: ['items', at, 'category'], message: `There is no category "${category}".` });
  });
  known.data.forEach(({ id }, at) => {
    if (!read.data.some(({ category }) => category === id))
      faults.push({ path: ['categories', at], message: `No item belongs to "${id}": add one, or take it out.` });
  });
  return faults;
}
