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
  kind: z.literal('ordering'),
  /** In the right order. */
  items: z
    .array(z.strictObject({ id: Id, text }))
    .min(2)
    .max(8),
  /** Other orders that are right as well, by the ids of the items. */
  alsoRight: z.array(z.array(z.string())).min(1).optional(),
  feedback: RightPartlyWrong,
});
type Ordering = z.infer<typeof schema>;
const Put = z.object({ order: z.array(z.string()) });
type Put = z.infer<typeof Put>;

/**
 * Items to be put in order. An answer earns the share of the items that stand at their right place, in the right order that
 * it comes closest to.
 */
export const ordering = {
  schema,
  answer: Put,
  faultsOf,
  parts: ({ items }) => items,
  // Whoever sees a right order at once may take it for one that needs no answer.
  mayBegin: (question, order) => !rightOrders(question).some((right) => isSame(right, order)),
  show({ items }, order) {
    const texts = new Map(items.map(({ id, text }) => [id, text]));
    return { items: order.map((id) => ({ id: placeOf(order, id), text: texts.get(id) ?? '' })) };
  },
  /** Each control sends an item and its place: "3-1" puts the third item that is shown first. */
  parse({ items }, order, sent): Parsed<Put, 'not-an-option' | 'every-place' | 'same-place'> {
    const placed = filledIn(sent).map((each) => {
      const [, part = '', place = ''] = /^(\d)-(\d)$/.exec(each) ?? [];
      return { id: partAt(order, part), place: Number(place) };
    });
    const isKnown = placed.every(({ id, place }) => id !== undefined && place >= 1 && place <= items.length);
    if (!isKnown || repeated(placed.map(({ id }) => id!)).length > 0) return { ok: false, issue: 'not-an-option' };
    if (placed.length < items.length) return { ok: false, issue: 'every-place' };
    if (repeated(placed.map(({ place }) => String(place))).length > 0) return { ok: false, issue: 'same-place' };
    return { ok: true, answer: { order: placed.sort((a, b) => a.place - b.place).map(({ id }) => id!) } };
  },
  toForm: (_question, order, { order: put }) => put.map((id, at) => `${placeOf(order, id)}-${at + 1}`),
  score: (question, { order }) => inPlace(closest(question, order), order),
  explain(question, answer, language = 'da') {
    const { items, feedback } = question;
    const texts = new Map(items.map(({ id, text }) => [id, text]));
    const placed = (at: number) => `${language === 'da' ? 'nr.' : 'no.'} ${at}`;
    const right = answer ? closest(question, answer.order) : items.map(({ id }) => id);
    const each = (answer?.order ?? right).map((id, at) => {
      const isRight = right[at] === id;
      return {
        text: texts.get(id) ?? '',
        given: answer ? placed(at + 1) : '',
        mark: answer ? (isRight ? ('right' as const) : ('wrong' as const)) : ('empty' as const),
        expected: placed(right.indexOf(id) + 1),
      };
    });
    return explainParts(each, feedback, answer ? inPlace(right, answer.order) : 0);
  },
  key(question) {
    const orders = rightOrders(question);
    const places = question.items.flatMap(({ id, text }) =>
      orders[0]!.map((_, at) => [`${at + 1}. ${text}`, orders.some((order) => order[at] === id)] as const),
    );
    return {
      demands: JSON.stringify(orders.map((order) => order.join(' ')).sort()),
      texts: Object.fromEntries(places),
    };
  },
  right: ({ items }) => ({ order: items.map(({ id }) => id) }),
  wrong(question) {
    const ids = question.items.map(({ id }) => id);
    const turned = ids.map((_, by) => [...ids.slice(by), ...ids.slice(0, by)]);
    const score = (order: string[]) => inPlace(closest(question, order), order);
    return { order: turned.reduce((worst, order) => (score(order) < score(worst) ? order : worst)) };
  },
  samples: [
    {
      id: 'ordering',
      kind: 'ordering',
      facts: ['m1-f01'],
      text: 'Hvordan hjælper du med den første moms?',
      items: [
        { id: 'log', text: 'Log på TastSelv Erhverv' },
        { id: 'periode', text: 'Find perioden' },
        { id: 'felter', text: 'Udfyld felterne fra regnskabet' },
      ],
      feedback: {
        right: 'Alle trin står, hvor de skal.',
        partly: 'Log på, find perioden, udfyld.',
        wrong: 'Ingen står rigtigt endnu. Begynd med det, der skal til for at komme ind.',
      },
    },
    {
      id: 'ordering-two-ways',
      kind: 'ordering',
      facts: ['m1-f01'],
      text: 'Hvad gør du, når nogen har givet oplysninger fra sig?',
      items: [
        { id: 'stop', text: 'Tryk ikke på mere' },
        { id: 'mitid', text: 'Spær MitID' },
        { id: 'bank', text: 'Ring til banken' },
        { id: 'politi', text: 'Anmeld til politiet' },
      ],
      alsoRight: [['stop', 'bank', 'mitid', 'politi']],
      feedback: {
        right: 'Stop skaden først. Overblikket bagefter.',
        partly: 'Noget står rigtigt. Stop skaden først.',
        wrong: 'Stop skaden først.',
      },
    },
  ],
} satisfies QuestionKind<Ordering, { items: unknown }, Put>;

const rightOrders = ({ items, alsoRight = [] }: Pick<Ordering, 'items' | 'alsoRight'>): string[][] => [
  items.map(({ id }) => id),
  ...alsoRight,
];
const isSame = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ');
const inPlace = (right: readonly string[], order: readonly string[]) => shareOf(right, (id, at) => order[at] === id);
const closest = (question: Ordering, order: readonly string[]) =>
  rightOrders(question).reduce((best, next) => (inPlace(next, order) > inPlace(best, order) ? next : best));

/** Orders that are no orders of the items, and items of the same text of which only one place counts as right. */
function faultsOf(row: object) {
  const { items, alsoRight } = row as { items?: unknown; alsoRight?: unknown };
  const read = schema.shape.items.safeParse(items);
  if (!read.success) return [];
  const ids = read.data.map(({ id }) => id);
  if (repeated(ids).length > 0) return [{ path: ['items'], message: 'Two items have the same id.' }];
  const others = schema.shape.alsoRight.safeParse(alsoRight);
  if (!others.success) return [];
  const orders = rightOrders({ items: read.data, alsoRight: others.data });
  const faults = orders.slice(1).flatMap((order, at) => {
    const path = ['alsoRight', at];
    if (!isSame([...order].sort(), [...ids].sort()))
      return [{ path, message: `List each item once: ${ids.join(', ')}.` }];
    return orders.findIndex((each) => isSame(each, order)) <= at
      ? [{ path, message: 'This order is right already.' }]
      : [];
  });
  if (faults.length > 0) return faults;
  return read.data.flatMap(({ id, text }, at) => {
    const twin = read.data.slice(0, at).find((other) => other.text === text);
    if (!twin) return [];
    const swapped = (order: string[]) => order.map((each) => (each === id ? twin.id : each === twin.id ? id : each));
    const missing = orders.map(swapped).find((order) => !orders.some((each) => isSame(each, order)));
    const message = `"${text}" stands here twice, so both ways round are right: add [${missing?.join(', ')}] to alsoRight.`;
    return missing ? [{ path: ['items', at], message }] : [];
  });
}
