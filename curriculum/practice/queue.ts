import type { Card } from './card.ts';

/** A question that somebody may practise, with its card once it was asked. */
export type Practisable = {
  key: string;
  goal: string;
  card: Card | undefined;
  /** A fact it rests on has changed since it was last asked, or since the certificate. */
  changed: boolean;
  /** How long it takes to answer and to read the answer. */
  seconds: number;
};

export type Why = 'changed' | 'missed' | 'due' | 'new';
export type Queued<T extends Practisable = Practisable> = T & { why: Why };

/** Five minutes a week: so long is one session, and so many questions in it are new. */
export const sessionSeconds = 300;
export const newADay = 4;

/**
 * What is worth asking today, the most useful first: changed facts, then what is due, weak goals before others, then new
 * questions in the order of the course. Everything that is due is in it, however much that is.
 */
export function queueOf<T extends Practisable>(
  questions: readonly T[],
  { today, weakGoals }: { today: string; weakGoals: readonly string[] },
): Queued<T>[] {
  const why = (each: T): Why | undefined => {
    if (each.changed) return 'changed';
    if (!each.card) return 'new';
    if (each.card.dueOn > today) return undefined;
    return each.card.last === 'wrong' || each.card.last === 'partly' ? 'missed' : 'due';
  };
  const weak = new Map(weakGoals.map((goal, at) => [goal, at]));
  const place = ({ goal }: T) => weak.get(goal) ?? weakGoals.length;
  const queued = questions.flatMap((each): Queued<T>[] => {
    const reason = why(each);
    return reason ? [{ ...each, why: reason }] : [];
  });
  const of = (...reasons: Why[]) => queued.filter((each) => reasons.includes(each.why));
  const due = of('missed', 'due').sort(
    (a, b) => place(a) - place(b) || compare(a.card!.dueOn, b.card!.dueOn) || compare(a.key, b.key),
  );
  const newToday = questions.filter(({ card }) => card?.firstOn === today).length;
  const fresh = of('new').slice(0, Math.max(0, newADay - newToday));
  return [...of('changed'), ...due, ...fresh];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The beginning of a queue that fits in five minutes; one question always does. */
export function sessionOf<T extends { seconds: number }>(queue: readonly T[]): T[] {
  let left = sessionSeconds;
  return queue.filter((each, at) => {
    left -= each.seconds;
    return left >= 0 || at === 0;
  });
}

/** Whole minutes, one at least. */
export const minutesOf = (questions: readonly { seconds: number }[]): number =>
  Math.max(1, Math.round(questions.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
