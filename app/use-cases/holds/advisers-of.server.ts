import type { World } from '#app/platform/world.server.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { asksForSeat } from '#curriculum/flow/life-cycle.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { answerDays } from '#curriculum/grading/answer-by.ts';
import { listAdvisers } from '#db/queries/hold.ts';

export type Adviser = {
  enrolmentId: string;
  /** With the address where two on the hold have one name. */
  name: string;
  /** The name alone, for a file that has the address beside it. */
  nameAlone: string;
  library: string | null;
  email: string | null;
  state: EnrolmentState;
  /** Whether they ask for a seat, were refused one, or were given one (which they may have left since). */
  seat: 'asked' | 'declined' | 'given';
  /** The adviser's present step; null if they have not begun, are on leave or have finished. */
  at: string | null;
  statuses: Record<string, StepStatus>;
  /** Why the adviser needs help now, and for how many days; null if everything is fine. */
  attention: { why: Attention; days: number } | null;
  /** For how many days the adviser has waited for an answer, once that is long. They can do no more themselves. */
  waiting: number | null;
};
export type Attention = 'failed' | 'returned' | 'quiet';
/** The states of a step that made an enrolment fail or that is under appeal. */
const lost = new Set(['exhausted', 'lodged', 'second-review']);
/** After this many days without activity, somebody should ask the adviser how it goes. */
const quietDays = 14;
/** A hand-in is flagged after half of the days within which it must be answered. */
const waitingDays = answerDays / 2;
/** After this many days with returned work, somebody should ask the adviser about it. */
const returnedDays = 7;

/**
 * The advisers on some holds, grouped by hold and sorted by name, with their step and who is stuck. Takes two
 * statements.
 */
export async function advisersOf(world: World, holdIds: readonly string[]): Promise<Map<string, Adviser[]>> {
  const today = dayOf(world.now());
  const { people, steps } = await listAdvisers(world.db, holdIds, today);
  const stepsOf = new Map<string, typeof steps>();
  for (const step of steps) stepsOf.set(step.enrolment_id, [...(stepsOf.get(step.enrolment_id) ?? []), step]);
  const on = new Map(holdIds.map((id): [string, Adviser[]] => [id, []]));
  // The same name on another hold confuses nobody.
  const toldApart = tellApart(
    people.map((person) => ({ ...person, nameAlone: person.name })),
    { who: ({ person_id }) => person_id, list: ({ hold_id }) => hold_id },
  );
  for (const person of toldApart) {
    const mine = stepsOf.get(person.id) ?? [];
    on.get(person.hold_id)!.push({
      enrolmentId: person.id,
      name: person.name,
      nameAlone: person.nameAlone,
      library: person.library,
      email: person.email,
      state: person.state,
      seat: asksForSeat(person.state) ? 'asked' : person.state === 'declined' ? 'declined' : 'given',
      at: person.step ?? mine.find(({ state }) => lost.has(state))?.step ?? null,
      statuses: Object.fromEntries(mine.map(({ step, status }) => [step, status as StepStatus])),
      ...needsOf(person, mine, today),
    });
  }
  for (const each of on.values()) each.sort((a, b) => danish.compare(a.name, b.name));
  return on;
}

function needsOf(
  { state, last_at }: { state: string; last_at: string },
  steps: readonly { status: string; since: string }[],
  today: string,
): Pick<Adviser, 'attention' | 'waiting'> {
  const longest = (status: string) =>
    Math.max(
      -1,
      ...steps.filter((step) => step.status === status).map(({ since }) => daysBetween(dayOf(since), today)),
    );
  const quiet = daysBetween(dayOf(last_at), today);
  if (state === 'failed') return { attention: { why: 'failed', days: quiet }, waiting: null };
  if (state !== 'enrolled' && state !== 'active') return { attention: null, waiting: null };
  const since = longest('waiting');
  const waiting = since >= waitingDays ? since : null;
  const returned = longest('returned');
  if (returned >= returnedDays) return { attention: { why: 'returned', days: returned }, waiting };
  const isQuiet = since < 0 && quiet >= quietDays;
  return { attention: isQuiet ? { why: 'quiet', days: quiet } : null, waiting };
}
