import { blocks, channels, distances, outcomes } from '#curriculum/guidance/note-choices.ts';
import { longestReferral, mostDaysBack, mostMinutes } from '#curriculum/guidance/read-note.ts';

/** What the form of a note offers, and its limits. */
export function noteChoices() {
  return {
    outcomes,
    choices: { blocks, channels, distances },
    limits: { days: mostDaysBack, minutes: mostMinutes, letters: longestReferral },
  };
}
