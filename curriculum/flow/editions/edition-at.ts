import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';

/** The edition that an attempt at a quiz was taken on, by when it was started; undefined if the enrolment has not moved since. */
export function editionOfAttempt(
  events: readonly HistoryEvent[],
  attempt: { step: string; startedAt: string },
): string | undefined {
  const started = events.findIndex(
    (event) => event.type === 'quiz-started' && event.step === attempt.step && event.at === attempt.startedAt,
  );
  const moved = events.slice(started + 1).find((event) => event.type === 'migrated');
  return moved?.type === 'migrated' ? moved.from : undefined;
}

/** The edition that a decision was made on, by when it was made; undefined if the enrolment has not moved since. */
export function editionOn(events: readonly HistoryEvent[], at: string): string | undefined {
  const moved = events.find((event) => event.type === 'migrated' && event.at >= at);
  return moved?.type === 'migrated' ? moved.from : undefined;
}

/** The edition that a history has moved to; undefined if it never moved. */
export function editionAfter(events: readonly HistoryEvent[]): string | undefined {
  const move = events.findLast((event) => event.type === 'migrated');
  return move?.type === 'migrated' ? move.edition : undefined;
}

/** Has it been decided that the enrolment stays where it is, though this edition exists? A move later sets it aside. */
export function hasStayed(events: readonly HistoryEvent[], edition: string): boolean {
  const last = events.findLast((event) => event.type === 'migrated' || event.type === 'stayed');
  return last?.type === 'stayed' && last.edition === edition;
}
