import type { World } from '#app/platform/world.server.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { answerDays } from '#curriculum/grading/answer-by.ts';
import { listAdvisers } from '#db/queries/hold.ts';

export type Adviser = {
  enrolmentId: string;
  name: string;
  library: string | null;
  email: string | null;
  state: string;
  /** The step they stand at; null when they have not begun, are on leave or are through. */
  at: string | null;
  statuses: Record<string, StepStatus>;
  /** Why somebody has to do something about them now, with the days it has lasted; null when all is well. */
  attention: { why: Attention; days: number } | null;
};
export type Attention = 'failed' | 'returned' | 'waiting' | 'quiet';
/** Where a step stands that an enrolment has failed by, or appeals. */
const lost = new Set(['exhausted', 'lodged', 'secondReview']);
/** Nobody hears from an adviser for this long without somebody asking how it goes. */
const quietDays = 14;
/** After half the days in which a hand-in is answered it stands on top. */
const waitingDays = answerDays / 2;
/** What was sent back is corrected soon, or somebody asks. */
const returnedDays = 7;

/** Who is on some holds, by hold and then by name: where they stand, and who is stuck. Two statements. */
export async function advisersOf(world: World, holdIds: readonly string[]): Promise<Map<string, Adviser[]>> {
  const today = dayOf(world.now());
  const { people, steps } = await listAdvisers(world.db, holdIds, today);
  const stepsOf = new Map<string, typeof steps>();
  for (const step of steps) stepsOf.set(step.enrolment_id, [...(stepsOf.get(step.enrolment_id) ?? []), step]);
  const on = new Map(holdIds.map((id): [string, Adviser[]] => [id, []]));
  for (const person of people) {
    const mine = stepsOf.get(person.id) ?? [];
    on.get(person.hold_id)!.push({
      enrolmentId: person.id,
      name: person.name,
      library: person.library,
      email: person.email,
      state: person.state,
      at: person.step ?? mine.find(({ state }) => lost.has(state))?.step ?? null,
      statuses: Object.fromEntries(mine.map(({ step, status }) => [step, status as StepStatus])),
      attention: attentionOf(person, mine, today),
    });
  }
  for (const each of on.values()) each.sort((a, b) => danish.compare(a.name, b.name));
  return on;
}

function attentionOf(
  { state, last_at }: { state: string; last_at: string },
  steps: readonly { status: string; since: string }[],
  today: string,
): Adviser['attention'] {
  const longest = (status: string) =>
    Math.max(
      -1,
      ...steps.filter((step) => step.status === status).map(({ since }) => daysBetween(dayOf(since), today)),
    );
  const quiet = daysBetween(dayOf(last_at), today);
  if (state === 'failed') return { why: 'failed', days: quiet };
  if (state !== 'enrolled' && state !== 'active') return null;
  const waiting = longest('waiting');
  if (waiting >= waitingDays) return { why: 'waiting', days: waiting };
  const returned = longest('returned');
  if (returned >= returnedDays) return { why: 'returned', days: returned };
  return waiting < 0 && quiet >= quietDays ? { why: 'quiet', days: quiet } : null;
}
