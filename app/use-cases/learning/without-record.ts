import type { RecordOutcome } from '#app/use-cases/record/append-fact.server.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';

export type OwnRefused = { ok: false; reason: 'not-found' } | ({ ok: false } & Refusal);
export type OwnOutcome = { ok: true } | OwnRefused;

/** Whether the fact was recorded, without the record itself. */
export function withoutRecord(recorded: RecordOutcome): OwnOutcome {
  return recorded.ok ? { ok: true } : recorded;
}
