import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { World } from '../../platform/world.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { listOwnHolds } from './list-own-holds.server.ts';
import { type Participant, seeHold } from './see-hold.server.ts';

type Stuck = Pick<Participant, 'enrolmentId' | 'name' | 'library' | 'email' | 'attention'> & {
  step: { da: string; en: string } | null;
};
export type RunningHold = {
  id: string;
  name: string;
  startsOn: string;
  begun: boolean;
  taken: number;
  seats: number;
  /** The next course day, today included. */
  nextDay: string | null;
  /** Those somebody has to do something about, longest first. */
  stuck: Stuck[];
};

/** The holds a leader leads that are not over, with the people who are stuck. */
export async function listRunningHolds(world: World, viewer: Viewer): Promise<RunningHold[]> {
  if (!may(viewer, 'see-holds')) return [];
  const today = dayOf(world.now());
  const running = (await listOwnHolds(world, viewer)).filter(({ endsOn }) => endsOn >= today);
  const holds: RunningHold[] = [];
  for (const { id, name, startsOn, taken, seats } of running) {
    const view = await seeHold(world, viewer, id);
    if (!view) continue;
    const { participants, steps, days } = view;
    holds.push({
      id,
      name,
      startsOn,
      begun: startsOn <= today,
      taken,
      seats,
      nextDay: days.find(({ heldOn }) => heldOn >= today)?.heldOn ?? null,
      stuck: participants
        .filter(({ attention }) => attention)
        .sort((a, b) => b.attention!.days - a.attention!.days)
        .map(({ enrolmentId, name: person, library, email, attention, at }) => ({
          enrolmentId,
          name: person,
          library,
          email,
          attention,
          step: steps.find((step) => step.id === at)?.title ?? null,
        })),
    });
  }
  return holds;
}
