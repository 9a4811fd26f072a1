/** Why an event is refused. The page turns it into a sentence that says what to do next. */
export type Refusal =
  | { reason: 'unknown-step' }
  | { reason: 'enrolment'; state: string }
  | { reason: 'not-open'; finish: string[] }
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
  /** A correction of what is not what was noted last, or that changes nothing. */
  | { reason: 'not-noted' }
  /** Others were chosen away because this was done. */
  | { reason: 'choice-made' }
  | { reason: 'not-now'; state: string; expected: string[] };
