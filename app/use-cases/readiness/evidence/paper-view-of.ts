import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { lastDayOf, paperWaits } from '#curriculum/readiness/paper.ts';
import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import type { EvidenceRecord } from '#db/queries/evidence.ts';

/** Where a piece of evidence stands. Only what is recorded, stated or confirmed can count. */
export type PaperState = 'recorded' | 'stated' | 'waiting' | 'confirmed' | 'declined' | 'corrected' | 'taken-back';

export type PaperView = {
  id: string;
  gate: string;
  value: GateValue;
  note: string;
  observedOn: string;
  lastDay: string;
  link: string | null;
  documentName: string | null;
  saidBy: 'agency' | 'place' | null;
  by: string | null;
  recordedOn: string;
  state: PaperState;
  /** Why it corrects an earlier one. */
  why: string;
  decided: { by: string | null; on: string; reason: string } | null;
  later: { id: string; by: string | null; on: string; why: string } | null;
};

/** A piece of evidence for a page, as it stands on a day: who said it, what was decided, and what became of it. */
export function paperViewOf(policy: Policy, record: EvidenceRecord, day: string): PaperView {
  const { id, gate, value, note, observedOn, link, documentName, saidBy, by, why, decision, later } = record;
  const rules = versionOn(policy, day);
  return {
    ...{ id, gate, value, note, observedOn, link, documentName, saidBy, by, why },
    lastDay: lastDayOf(rules, record),
    recordedOn: dayOf(record.recordedAt),
    state: stateOf(record, paperWaits(rules, { ...record, ...statedOf(record) }, day)),
    decided: decision && { by: decision.by, on: decision.on, reason: decision.reason },
    later: later && { id: later.id, by: later.by, on: dayOf(later.recordedAt), why: later.why },
  };
}

const statedOf = ({ saidBy, decision }: EvidenceRecord) => (saidBy === 'place' ? { stated: { decision } } : {});

function stateOf({ later, decision, saidBy }: EvidenceRecord, waits: boolean): PaperState {
  if (later) return later.withdrawn === 1 ? 'taken-back' : 'corrected';
  if (decision) return decision.confirmed ? 'confirmed' : 'declined';
  if (waits) return 'waiting';
  return saidBy === 'place' ? 'stated' : 'recorded';
}
