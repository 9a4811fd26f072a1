import type { EnrolmentState } from './enrolment-state.ts';

/** Why an event is refused. The page turns it into a sentence that says what to do next. */
export type Refusal =
  | { reason: 'unknown-step' }
  | { reason: 'enrolment'; state: EnrolmentState }
  | { reason: 'not-open'; finish: string[] }
  /** An extra lesson that opens if an attempt at the test fails. */
  | { reason: 'only-when-failed'; test: string }
  /** An attempt failed: these extra lessons are read before the next. */
  | { reason: 'read-first'; lessons: string[] }
  | { reason: 'not-needed' }
  | { reason: 'already-done' }
  | { reason: 'no-attempts-left' }
  | { reason: 'cooling'; until: string }
  | { reason: 'too-early'; until: string }
  | { reason: 'too-late'; since: string }
  | { reason: 'conflict'; because: 'own-work' | 'same-library' | 'involved-before' }
  | { reason: 'earlier-than-last'; last: string }
  | { reason: 'words-missing' }
  | { reason: 'appeal-used' }
  /** The correction names a note that is not the latest, or changes nothing. */
  | { reason: 'not-noted' }
  /** Other steps were skipped because this one was done. */
  | { reason: 'choice-made' }
  | { reason: 'not-now'; state: string; expected: string[] };
