import type { Outcome } from './combinators.ts';
import type { EnrolmentState } from './enrolment-state.ts';

/** What has happened, in the past tense. `at` is set by the server; nothing in this file reads a clock. */
export type LifeEvent =
  | {
      at: string;
      type:
        | 'approved'
        | 'declined'
        | 'waitlisted'
        | 'seat-given'
        | 'hold-closed'
        | 'started'
        | 'no-show'
        | 'withdrawn'
        | 'resumed'
        | 'deadline-passed'
        | 'issued'
        | 'cleared';
    }
  | { at: string; type: 'suspended' | 'withheld' | 'annulled'; reason: string }
  | { at: string; type: 'failure-closed'; waived?: boolean };

/** The use case finds it from affiliations. An exception with a reason makes it `none`. */
export type Conflict = 'none' | 'own-work' | 'same-library';

/** What may be noted about a course day. */
export const attendances = ['attended', 'excused', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

export type StepEvent = { at: string; step: string } & (
  | {
      type:
        | 'lesson-read'
        | 'handed-in'
        | 'unsubmitted'
        | 'accepted'
        | Attendance
        | 'attempt-granted'
        | 'appeal-lodged'
        | 'appeal-dismissed';
    }
  /** `dueAt` if the person has extra time; otherwise the step's time limit counts. */
  | { type: 'quiz-started'; dueAt?: string }
  /** Extra time was granted while the attempt runs. */
  | { type: 'time-extended'; dueAt: string }
  | { type: 'quiz-scored' | 'quiz-timed-out'; score: number }
  /** The attempt was broken off by a fault of ours, so it does not count. */
  | { type: 'quiz-faulted'; reason: string }
  | { type: 'claimed' | 'appeal-assigned'; assessor: string; conflict: Conflict }
  /** The latest note, and what it should have been. */
  | { type: 'attendance-corrected'; was: Attendance; now: Attendance; reason: string }
  /** Has a reason if another leader took the work over. */
  | { type: 'released'; reason?: string }
  | { type: 'returned'; feedback: string }
  | { type: 'rejected'; reason: string }
  | { type: 'appeal-upheld'; remedy: 'pass' | 'retry' }
);

/** Restarts the history on another edition; `kept` has the state of each kept step. */
export type MigratedEvent = {
  at: string;
  type: 'migrated';
  /** The edition before the move, on which earlier work was done. */
  from: string;
  edition: string;
  life: EnrolmentState;
  kept: Record<string, KeptStep>;
};
/** `was` is the id of the step on the edition before, where it was another. */
export type KeptStep = { state: string; outcome?: Outcome; facts: StepFacts; was?: string };

/** It was decided that the enrolment stays where it is, though this newer edition exists. It changes nothing else. */
export type StayedEvent = { at: string; type: 'stayed'; edition: string };

export type FlowEvent = LifeEvent | StepEvent;
export type HistoryEvent = FlowEvent | MigratedEvent | StayedEvent;

export type StepFacts = {
  attempts: number;
  granted: number;
  assessors: string[];
  notBefore?: string;
  dueAt?: string;
  doneAt?: string;
  decidedAt?: string;
  appealUsed?: boolean;
  /** How often the course day was missed without an excuse. */
  absences?: number;
  /** The day was attended, or must be attended, as a make-up day after an excuse. */
  madeUp?: boolean;
};

export const noFacts: StepFacts = { attempts: 0, granted: 0, assessors: [] };
