import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type NoteField, type NoteIssue, readNote } from '#curriculum/guidance/read-note.ts';
import { insertGuidance } from '#db/queries/guidance.ts';
import { findPersonAt } from '#db/queries/person.ts';

type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'no-library' }
  | { ok: false; reason: 'incomplete'; issues: NoteIssue[] };

/**
 * Logs one guidance session at the library where the viewer worked that day: a topic, its outcome and what else was said,
 * never a person or a company. Sending the same form twice logs one session.
 */
export async function logGuidance(
  world: World,
  viewer: Viewer,
  input: { operationId: string } & Partial<Record<NoteField, string>>,
): Promise<Outcome> {
  const now = world.now();
  const read = readNote(input, { topics: world.topics, today: dayOf(now) });
  if (!read.ok) return { ok: false, reason: 'incomplete', issues: read.issues };
  const { note } = read;
  const person = await findPersonAt(world.db, viewer.personId, note.onDay);
  if (!person?.library_number || !may(viewer, 'log-guidance', { personId: viewer.personId }))
    return { ok: false, reason: 'no-library' };
  const id = world.newId();
  const stored = await insertGuidance(world.db, {
    id,
    // The browser's back button keeps the operation id of the form, so a form that says something else is a new session.
    client_op_id: `${viewer.personId}:${input.operationId || id}:${Object.values(note).join(':')}`,
    person_id: viewer.personId,
    library_number: person.library_number,
    on_day: note.onDay,
    reason: note.topic,
    outcome: note.outcome,
    blocked: note.blocked,
    channel: note.channel,
    distance: note.distance,
    minutes: note.minutes,
    referred_to: note.referredTo,
    recorded_at: now,
  });
  return { ok: true, id: stored };
}
