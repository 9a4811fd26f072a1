import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { appendEvidence } from '#db/queries/evidence.ts';
import { findService } from '#db/queries/place.ts';

type Input = {
  serviceId: string;
  gate: string;
  value: string;
  observedOn: string;
  lastDay: string;
  note: string;
  operationId?: string;
};
export type EvidenceIssue =
  | { field: 'gate' | 'value'; problem: 'missing' }
  | { field: 'observedOn'; problem: 'missing' | 'not-a-day' | 'in-the-future' }
  | { field: 'lastDay'; problem: 'not-a-day' | 'before-observed' }
  | { field: 'note'; problem: 'missing' | 'too-long' };
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'forbidden' }
  | { ok: false; reason: 'not-evidence'; issues: EvidenceIssue[] };

/**
 * Records what is known about a gate on a day. Earlier records stay, so that any past day can be shown again. Sending
 * the same form twice records it once.
 */
export function recordEvidence(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'record-evidence', { serviceId: input.serviceId })) return { ok: false, reason: 'forbidden' };
    if (!(await findService(trx, input.serviceId))) return { ok: false, reason: 'not-found' };
    const now = world.now();
    const issues = issuesOf(world, input, dayOf(now));
    if (issues.length > 0) return { ok: false, reason: 'not-evidence', issues };
    const appended = await appendEvidence(trx, {
      id: world.newId(),
      service_id: input.serviceId,
      gate: input.gate,
      value: input.value as 'opfyldt',
      observed_on: input.observedOn,
      expires_on: input.lastDay ? addDays(input.lastDay, 1) : null,
      note: input.note.trim(),
      by_person: viewer.personId || null,
      at: now,
      recorded_at: now,
      client_op_id: operationOf(viewer, input),
    });
    if (!appended) return { ok: true };
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'evidence-recorded',
      subject: `${input.serviceId}/${input.gate}`,
      detail: input.value,
    });
    return { ok: true };
  });
}

function issuesOf(world: World, input: Input, today: string): EvidenceIssue[] {
  const issues: EvidenceIssue[] = [];
  if (!world.policy.gates.some(({ key, kind }) => key === input.gate && kind === 'evidence'))
    issues.push({ field: 'gate', problem: 'missing' });
  if (!['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'].includes(input.value))
    issues.push({ field: 'value', problem: 'missing' });
  if (!isDay(input.observedOn))
    issues.push({ field: 'observedOn', problem: input.observedOn ? 'not-a-day' : 'missing' });
  else if (input.observedOn > today) issues.push({ field: 'observedOn', problem: 'in-the-future' });
  if (input.lastDay && !isDay(input.lastDay)) issues.push({ field: 'lastDay', problem: 'not-a-day' });
  else if (input.lastDay && input.lastDay < input.observedOn)
    issues.push({ field: 'lastDay', problem: 'before-observed' });
  if (input.note.trim() === '') issues.push({ field: 'note', problem: 'missing' });
  if (input.note.length > 1_000) issues.push({ field: 'note', problem: 'too-long' });
  return issues;
}
