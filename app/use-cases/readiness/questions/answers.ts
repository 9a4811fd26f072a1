import type { Change, directionOf } from '#curriculum/readiness/changes-between.ts';
import type { Stage } from '#curriculum/readiness/readiness-of.ts';

/** The municipalities of one library service, as an answer names them. */
export type Place = { serviceId: string; codes: string[]; name: string };

/** How many advisers a service lacks; null when nobody was ever registered there. `training` are on the way. */
export type ShortRow = Place & { required: number; counted: number; missing: number | null; training: number };
export type FreeSeats = { id: string; hold: string; startsOn: string; endsOn: string; seats: number; free: number };

/** A certificate of somebody at the service, or a paper, that no longer counts after its last day. */
export type ExpiringRow = Place & { lastDay: string; people: number | null; gate: string | null };

/** A gate of a service about which we know too little: the paper is too old, or there never was one. */
export type KnowledgeRow = Place & {
  gate: string;
  state: 'old' | 'awaits' | 'missing' | 'said-unknown' | 'nobody-registered';
  since: string | null;
};
export type KnownGate = { gate: string; known: number; old: number; missing: number };

export type InvitedRow = Place & { stage: Stage; invitedOn: string; days: number };

export type ChangeRow = Change & { direction: ReturnType<typeof directionOf> };

/** What each verb of `readiness` and its page answer with: the rows of a table, and the figures of its heading. */
export type Answers = {
  shortage: {
    asOf: string;
    question: 2;
    rows: ShortRow[];
    totals: { missing: number; short: number; unknown: number; training: number; free: number; holds: FreeSeats[] };
  };
  expiring: {
    asOf: string;
    question: 3;
    from: string;
    until: string;
    rows: ExpiringRow[];
    totals: { certificates: number; papers: number; services: number };
  };
  knowledge: {
    asOf: string;
    question: 4;
    rows: KnowledgeRow[];
    totals: { old: number; missing: number; services: number; gates: KnownGate[] };
  };
  invitations: {
    asOf: string;
    question: 5;
    rows: InvitedRow[];
    totals: { unanswered: number; answered: number; notInvited: number; no: number; later: number };
  };
  compare: {
    asOf: string;
    question: 10;
    since: string;
    rows: ChangeRow[];
    totals: { up: number; down: number; aside: number; same: number };
  };
};

export const questions = ['shortage', 'expiring', 'knowledge', 'invitations', 'compare'] as const;
export type Question = (typeof questions)[number];
