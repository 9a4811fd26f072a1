import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { listMunicipalities } from '#db/queries/place.ts';
import { appendRolloutDate } from '#db/queries/rollout-date.ts';

type Input = { day: string; target: string; note: string; operationId?: string };
export type RolloutDateIssue =
  | { field: 'day'; problem: 'missing' | 'not-a-day' | 'not-ahead' | 'too-far' }
  | { field: 'target'; problem: 'not-a-target' }
  | { field: 'note'; problem: 'too-long' };
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-a-date'; issues: RolloutDateIssue[] };

/** Nobody plans a rollout further ahead; a typed year that is wrong by ten is caught. */
const furthestMonths = 60;
const longestNote = 500;

/**
 * Sets the day of the national rollout, with how many municipalities should be ready. What was set before stays. Without a
 * viewer it is the command line, whose user has the database itself.
 */
export async function setRolloutDate(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  if (viewer && !may(viewer, 'set-rollout-date')) return { ok: false, reason: 'forbidden' };
  const now = world.now();
  const today = dayOf(now);
  const municipalities = await listMunicipalities(world.db, { day: today });
  const issues = issuesOf(input, today, municipalities.length);
  if (issues.length > 0) return { ok: false, reason: 'not-a-date', issues };
  const actor = viewer?.personId || null;
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const id = world.newId();
    const appended = await appendRolloutDate(trx, {
      id,
      on_day: input.day,
      target: input.target.trim() === '' ? null : Number(input.target),
      note: input.note.trim(),
      by_person: actor,
      client_op_id: viewer && operationOf(viewer, input),
      recorded_at: now,
    });
    if (!appended) return { ok: true };
    await writeAudit(world, trx, { actor, action: 'rollout-date-set', subject: id, detail: input.day });
    return { ok: true };
  });
}

function issuesOf({ day, target, note }: Input, today: string, municipalities: number): RolloutDateIssue[] {
  const issues: RolloutDateIssue[] = [];
  if (!isDay(day)) issues.push({ field: 'day', problem: day ? 'not-a-day' : 'missing' });
  else if (day <= today) issues.push({ field: 'day', problem: 'not-ahead' });
  else if (day > addMonths(today, furthestMonths)) issues.push({ field: 'day', problem: 'too-far' });
  const number = Number(target);
  if (target.trim() !== '' && !(Number.isInteger(number) && number >= 1 && number <= municipalities))
    issues.push({ field: 'target', problem: 'not-a-target' });
  if (note.length > longestNote) issues.push({ field: 'note', problem: 'too-long' });
  return issues;
}
