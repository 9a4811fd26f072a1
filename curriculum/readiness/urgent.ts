import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { Axis } from './readiness-of.ts';

/** A library service on the day of the rollout: people as of that day, papers as of today. */
export type UrgentService = {
  serviceId: string;
  /** How many municipalities it serves: each of them becomes ready, or stays so, with it. */
  places: number;
  people: Axis;
  papers: Axis;
  /** Had it people enough today? */
  peopleToday: Axis;
  /** How many advisers it lacks beyond those on their way; null if nobody knows its people. */
  stillMissing: number | null;
  /** Does nothing keep it from being ready but a commitment? */
  lacksOnlyCommitment: boolean;
  unanswered: boolean;
  /** The day by which it was asked to answer. */
  answerBy: string | null;
  /** Has the place said something that waits for the agency, and would it be ready if all of it were confirmed? */
  waits: boolean;
  lacksOnlyConfirmation: boolean;
  /** The last day of the first certificate that ends before the rollout. */
  certificateEnds: string | null;
  /** The last day of the first paper that counts today and no longer on the rollout. */
  paperFalls: string | null;
};
export type UrgentHold = { hold: string; startsOn: string; endsOn: string; free: number };
/** A wave of the rollout that is frozen and waits for signatures. */
export type UrgentWave = { waveId: string; wave: string; opensOn: string; opening: readonly string[]; missing: number };
export type UrgentFacts = {
  today: string;
  /** The day of the rollout. */
  day: string;
  /** The day by which something without a deadline of its own is done. */
  endOfWeek: string;
  /** How many days a renewal takes, and how many days ahead a paper that falls is asked for again. */
  renewalDays: number;
  paperDays: number;
  services: readonly UrgentService[];
  holds: readonly UrgentHold[];
  waves: readonly UrgentWave[];
};

type About = {
  /** How many municipalities become ready, or stay ready, when it is done. */
  effect: number;
  /** The day by which it is to be done. */
  by: string;
  /** The services it is about. */
  services: string[];
};
export type Urgent = About &
  (
    | { kind: 'sign-wave'; waveId: string; wave: string; missing: number }
    | { kind: 'fill-hold'; hold: string; free: number; missing: number }
    | { kind: 'call-unanswered' | 'ask-for-papers' | 'confirm-papers' }
    | { kind: 'renew-papers' | 'renew-certificates'; ends: string }
  );

/**
 * What is urgent, in order of how many municipalities become ready or stay ready with it, and then by the day by which it is
 * to be done. What nobody knows is never taken for a lack of people.
 */
export function urgentOf(facts: UrgentFacts): Urgent[] {
  const found = [
    ...wavesToSign(facts),
    ...holdsToFill(facts),
    ...unanswered(facts),
    ...papersToConfirm(facts),
    ...papersToAsk(facts),
    ...papersToRenew(facts),
    ...toRenew(facts),
  ];
  return found.sort(
    (a, b) =>
      b.effect - a.effect ||
      compare(a.by, b.by) ||
      b.services.length - a.services.length ||
      compare(keyOf(a), keyOf(b)),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = (each: Urgent) => `${each.kind} ${each.services.join()}`;
const placesOf = (services: readonly UrgentService[]) => services.reduce((sum, { places }) => sum + places, 0);
const idsOf = (services: readonly UrgentService[]) => services.map(({ serviceId }) => serviceId);

/** A wave opens with its last signature: its services are ready, or have an override. */
function wavesToSign({ today, services, waves }: UrgentFacts): Urgent[] {
  return waves.flatMap(({ waveId, wave, opensOn, opening, missing }): Urgent[] => {
    const those = services.filter(({ serviceId }) => opening.includes(serviceId));
    if (those.length === 0) return [];
    const about = { effect: placesOf(those), by: opensOn < today ? today : opensOn, services: idsOf(those) };
    return [{ kind: 'sign-wave', waveId, wave, missing, ...about }];
  });
}

/** Free seats on holds that end before the rollout go to the services that need the fewest to be staffed. */
function holdsToFill({ today, day, services, holds }: UrgentFacts): Urgent[] {
  const needing = services
    .filter(({ people, stillMissing }) => people === 'ikke-opfyldt' && (stillMissing ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(b.papers === 'opfyldt') - Number(a.papers === 'opfyldt') ||
        a.stillMissing! - b.stillMissing! ||
        compare(a.serviceId, b.serviceId),
    );
  const coming = holds
    .filter(({ startsOn, endsOn, free }) => free > 0 && startsOn > today && endsOn < day)
    .sort((a, b) => compare(a.startsOn, b.startsOn) || compare(a.hold, b.hold));
  return coming.flatMap(({ hold, startsOn, free }): Urgent[] => {
    const taken: UrgentService[] = [];
    let left = free;
    while (needing[0] && needing[0].stillMissing! <= left) {
      left -= needing[0].stillMissing!;
      taken.push(needing.shift()!);
    }
    if (taken.length === 0) return [];
    const effect = placesOf(taken.filter(({ papers }) => papers === 'opfyldt'));
    const about = { effect, by: addDays(startsOn, -1), services: idsOf(taken) };
    return [{ kind: 'fill-hold', hold, free, missing: free - left, ...about }];
  });
}

function unanswered({ today, endOfWeek, services }: UrgentFacts): Urgent[] {
  const silent = services.filter((service) => service.unanswered);
  const effect = placesOf(silent.filter(({ lacksOnlyCommitment }) => lacksOnlyCommitment));
  const asked = silent.flatMap(({ answerBy }) => (answerBy !== null && answerBy >= today ? [answerBy] : []));
  const by = asked.sort()[0] ?? endOfWeek;
  return silent.length === 0 ? [] : [{ kind: 'call-unanswered', effect, by, services: idsOf(silent) }];
}

function papersToConfirm({ endOfWeek, services }: UrgentFacts): Urgent[] {
  const waiting = services.filter(({ waits }) => waits);
  const effect = placesOf(waiting.filter(({ lacksOnlyConfirmation }) => lacksOnlyConfirmation));
  return waiting.length === 0 ? [] : [{ kind: 'confirm-papers', effect, by: endOfWeek, services: idsOf(waiting) }];
}

/** Staffed on the day, and kept from being ready by papers alone. */
function papersToAsk({ endOfWeek, services }: UrgentFacts): Urgent[] {
  const staffed = services.filter(({ people, papers }) => people === 'opfyldt' && papers !== 'opfyldt');
  return staffed.length === 0
    ? []
    : [{ kind: 'ask-for-papers', effect: placesOf(staffed), by: endOfWeek, services: idsOf(staffed) }];
}

/** Ready on the day with the papers of today, of which one falls soon. */
function papersToRenew({ today, paperDays, services }: UrgentFacts): Urgent[] {
  const soon = addDays(today, paperDays);
  const falling = services.filter(
    ({ people, papers, paperFalls }) =>
      people === 'opfyldt' && papers === 'opfyldt' && paperFalls !== null && paperFalls <= soon,
  );
  if (falling.length === 0) return [];
  const ends = falling.map(({ paperFalls }) => paperFalls!).sort()[0]!;
  return [{ kind: 'renew-papers', effect: placesOf(falling), by: ends, ends, services: idsOf(falling) }];
}

/** Staffed today and no longer on the day, because a certificate ends: one for each service, in time for the renewal. */
function toRenew({ today, renewalDays, services }: UrgentFacts): Urgent[] {
  return services
    .filter(({ people, peopleToday, certificateEnds }) => losesPeople(people, peopleToday) && certificateEnds !== null)
    .map(({ serviceId, places, papers, certificateEnds }) => {
      const start = addDays(certificateEnds!, -renewalDays);
      return {
        kind: 'renew-certificates',
        effect: papers === 'opfyldt' ? places : 0,
        by: start < today ? today : start,
        ends: certificateEnds!,
        services: [serviceId],
      };
    });
}

const losesPeople = (onDay: Axis, today: Axis) => today === 'opfyldt' && onDay === 'ikke-opfyldt';
