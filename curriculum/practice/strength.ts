import type { Card } from './card.ts';

/** How well something is known: not asked yet, slipping, on the way, soon, known, firm. */
export const strengths = ['new', 'slips', 'on-the-way', 'soon', 'known', 'firm'] as const;
export type Strength = (typeof strengths)[number];

const missedLast = ({ last }: Card) => last === 'wrong' || last === 'partly';

function levelOf(card: Card): number {
  if (missedLast(card)) return 1;
  if (card.stability < 7) return 2;
  if (card.stability < 21) return 3;
  return card.stability < 45 ? 4 : 5;
}

/** A goal slips when a third or more of its questions were missed last; otherwise it is as strong as they are on average. */
export function strengthOf(cards: readonly Card[]): Strength {
  if (cards.length === 0) return 'new';
  if (missedIn(cards) * 3 >= cards.length) return 'slips';
  const mean = cards.reduce((sum, card) => sum + levelOf(card), 0) / cards.length;
  return strengths[Math.max(2, Math.floor(mean))]!;
}

/** How many of the questions were missed the last time they were asked. */
export const missedIn = (cards: readonly Card[]): number => cards.filter(missedLast).length;

/** The weakest goals first, those with the most missed questions on top; goals that were never asked come last. */
export function weakestFirst<T extends { cards: readonly Card[] }>(goals: readonly T[]): T[] {
  const keyed = goals.map((goal) => ({ goal, strength: strengthOf(goal.cards), missed: missedIn(goal.cards) }));
  const rank = (strength: Strength) => (strength === 'new' ? strengths.length : strengths.indexOf(strength));
  return keyed.sort((a, b) => rank(a.strength) - rank(b.strength) || b.missed - a.missed).map(({ goal }) => goal);
}
