import { fsrs, Rating } from 'ts-fsrs';
import { addDays, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { type Grade, gradeOf, type Outcome, outcomeOf, type Try } from './outcome.ts';

/** What is known about how somebody remembers one question. Days are calendar days in Copenhagen. */
export type Card = {
  firstOn: string;
  lastOn: string;
  dueOn: string;
  /** For how many days it is remembered with nine chances in ten, and how hard it is, from 1 to 10. */
  stability: number;
  difficulty: number;
  asked: number;
  /** How often it was wrong, or partly right. */
  missed: number;
  last: Outcome;
};

/** One asking of a question: its tries in order, and the day of the first. */
export type Round = { onDay: string; tries: readonly Try[] };

/** After a right answer a question rests for two months at most; after a wrong one, for two days. */
export const longestRest = 60;
export const longestAfterWrong = 2;

const memory = fsrs({ maximum_interval: longestRest, enable_short_term: false, enable_fuzz: false });
const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;

/**
 * A card after all rounds, in the order in which they happened; undefined if there are none. Only the first round of a day
 * counts: repeating at once shows nothing about remembering.
 */
export function cardOf(rounds: readonly Round[]): Card | undefined {
  const days = new Set<string>();
  let card: Card | undefined;
  for (const round of rounds) {
    if (round.tries.length === 0 || days.has(round.onDay)) continue;
    days.add(round.onDay);
    card = cardAfter(card, round);
  }
  return card;
}

function cardAfter(before: Card | undefined, { onDay, tries }: Round): Card {
  const grade = gradeOf(tries);
  // A round is dated by the clock of the server; a clock that was put back must not lose a card.
  const passed = before ? Math.max(0, daysBetween(before.lastOn, onDay)) : 0;
  const { stability, difficulty } = memory.next_state(before ?? null, passed, ratings[grade]);
  return {
    firstOn: before?.firstOn ?? onDay,
    lastOn: onDay,
    dueOn: addDays(onDay, restAfter(grade, stability, passed)),
    stability,
    difficulty,
    asked: (before?.asked ?? 0) + 1,
    missed: (before?.missed ?? 0) + (grade === 'again' ? 1 : 0),
    last: outcomeOf(tries),
  };
}

function restAfter(grade: Grade, stability: number, passed: number): number {
  const days = memory.next_interval(stability, passed);
  return grade === 'again' ? Math.min(days, longestAfterWrong) : Math.max(days, longestAfterWrong);
}
