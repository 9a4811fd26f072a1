import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { insertGuidance } from '#db/queries/guidance.ts';
import { findPersonAt } from '#db/queries/person.ts';

export const guidanceReasons = [
  'vat',
  'mitid-business',
  'nemrefusion',
  'digital-post',
  'moving',
  'rights',
  'other',
] as const;
export type GuidanceReason = (typeof guidanceReasons)[number];
export const guidanceOutcomes = ['completed', 'referred', 'unfinished'] as const;
export type GuidanceOutcome = (typeof guidanceOutcomes)[number];

type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'no-library' }
  | { ok: false; reason: 'incomplete'; missing: ('reason' | 'outcome')[] };

/**
 * Logs one guidance session: a topic and its outcome, never a person or a company. Sending the same form twice logs one
 * session.
 */
export async function logGuidance(
  world: World,
  viewer: Viewer,
  input: { operationId: string; reason: string; outcome: string },
): Promise<Outcome> {
  const reason = guidanceReasons.find((each) => each === input.reason);
  const outcome = guidanceOutcomes.find((each) => each === input.outcome);
  if (!reason || !outcome)
    return {
      ok: false,
      reason: 'incomplete',
      missing: [...(reason ? [] : (['reason'] as const)), ...(outcome ? [] : (['outcome'] as const))],
    };
  const now = world.now();
  const person = await findPersonAt(world.db, viewer.personId, dayOf(now));
  if (!person?.library_number || !may(viewer, 'log-guidance', { personId: viewer.personId }))
    return { ok: false, reason: 'no-library' };
  const id = world.newId();
  const stored = await insertGuidance(world.db, {
    id,
    // The browser's back button keeps the operation id of the form, so a different topic must count as a new session.
    client_op_id: `${viewer.personId}:${input.operationId || id}:${reason}:${outcome}`,
    person_id: viewer.personId,
    library_number: person.library_number,
    on_day: dayOf(now),
    reason,
    outcome,
    undone_at: null,
    recorded_at: now,
  });
  return { ok: true, id: stored };
}
