import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { randomFrom } from '#curriculum/random-from.ts';
import { dayNumber } from '#curriculum/readiness/forecast/day-number.ts';
import type { ForecastFacts } from '#curriculum/readiness/forecast/forecast-facts.ts';
import { path, steps } from './facts.ts';

/**
 * Simulated history ("simuleret historik"): people of 40 places ask for seats, learn, give up, renew and leave at rates
 * that stand only here. A forecast sees what had happened by a day and never the rates.
 */
const hidden = {
  waits: { seat: 4, start: 7, read: 25, meet: 0, test: 20, issue: 2 } as Record<string, number>,
  passes: { seat: 0.95, start: 0.97, read: 0.85, meet: 0.97, test: 0.9, issue: 1 } as Record<string, number>,
  askedInMonth: 0.16,
  renews: 0.7,
  renewedBefore: 50,
  leavesInDay: 0.0006,
  meetsEvery: 30,
};

type Life = {
  serviceId: string;
  personId: string;
  asked: number;
  taken: { step: string; on: number }[];
  gaveUp: number | null;
  certificates: { from: number; until: number }[];
  left: number | null;
};

const first = dayNumber('2023-01-01');
const days = 1_500;
const validFor = 730;
export const margin = 60;
export const dayAt = (number: number) => addDays('2023-01-01', number - first);
export const places = Array.from({ length: 40 }, (_, at) => ({
  ...{ id: `place ${String(at).padStart(2, '0')}`, municipalities: 1, papers: true },
  population: 20_000 + (at % 4) * 25_000,
}));

/** Everybody's life from 2023 on; the same seed gives the same history. */
export function simulatedHistory(seed: string): Life[] {
  const lives: Life[] = [];
  for (const { id } of places) {
    const random = randomFrom(`${seed} ${id}`);
    const pace = 0.6 + random() * 1.2;
    for (let day = 0; day < days; day += 1)
      if (random() < hidden.askedInMonth / 30) lives.push(lifeOf(id, `${id} ${day}`, first + day, pace, random));
  }
  return lives;
}

function lifeOf(serviceId: string, personId: string, asked: number, pace: number, random: () => number): Life {
  const leaves = asked + Math.ceil(Math.log(1 - random()) / Math.log(1 - hidden.leavesInDay));
  const life: Life = { serviceId, personId, asked, taken: [], gaveUp: null, certificates: [], left: leaves };
  let on = asked;
  for (const step of steps) {
    const wait = Math.round(-Math.log(1 - random()) * hidden.waits[step]! * pace);
    const passes = random() < hidden.passes[step]!;
    on = step === 'meet' ? Math.ceil((on - first) / hidden.meetsEvery) * hidden.meetsEvery + first : on + wait;
    if (!passes) {
      // Whoever gives up is taken off the list some weeks later.
      life.gaveUp = on + 40;
      return life;
    }
    life.taken.push({ step, on });
  }
  for (let from = on; ; ) {
    const until = from + validFor;
    life.certificates.push({ from, until });
    if (random() >= hidden.renews) return life;
    from = until - Math.round(hidden.renewedBefore * (0.6 + random()));
  }
}

const isThere = ({ asked, left }: Life, day: number) => asked <= day && (left === null || left > day);

/** Who is certified for longer than the margin at a place on a day. */
export function countedOn(lives: readonly Life[], serviceId: string, day: number): number {
  return lives.filter(
    (life) =>
      life.serviceId === serviceId &&
      isThere(life, day) &&
      life.certificates.some(({ from, until }) => from <= day && until > day + margin),
  ).length;
}

/** What was known on a day. */
export function knownOn(lives: readonly Life[], day: number): ForecastFacts {
  const known = lives.filter(({ asked }) => asked <= day);
  const takenBy = (life: Life) => life.taken.filter(({ on }) => on <= day);
  const waits: ForecastFacts['learned']['waits'] = [];
  const taken: ForecastFacts['learned']['taken'] = [];
  const dropped: ForecastFacts['learned']['dropped'] = [];
  const completions: ForecastFacts['learned']['completions'] = [];
  const renewed: { daysBefore: number; people: number }[] = [];
  const pipeline: ForecastFacts['pipeline'] = [];
  const staff: ForecastFacts['staff'] = [];
  let ended = 0;
  let [left, personDays] = [0, 0];
  for (const life of known) {
    const { serviceId, personId, asked, certificates } = life;
    const steppedBy = takenBy(life);
    steppedBy.forEach(({ step, on }, at) => {
      const wait = on - (steppedBy[at - 1]?.on ?? asked);
      waits.push({ step, days: wait, people: 1 });
      taken.push({ serviceId, step, people: 1, days: wait });
    });
    const since = steppedBy.at(-1)?.on ?? asked;
    if (steppedBy.length === steps.length) completions.push({ serviceId, people: 1, days: since - asked });
    else if (life.gaveUp !== null && life.gaveUp <= day)
      dropped.push({ serviceId, path: path.id, stations: steppedBy.length, days: life.gaveUp - since, people: 1 });
    else if (isThere(life, day))
      pipeline.push({
        ...{ personId, serviceId, path: path.id, holdId: 'hold', done: steppedBy.map(({ step }) => step) },
        ...{ since: dayAt(since), finishBy: dayAt(day + 900) },
      });
    certificates.forEach(({ from, until }, at) => {
      if (from > day || until > day) return;
      ended += 1;
      const next = certificates[at + 1];
      if (next && next.from <= day) renewed.push({ daysBefore: until - next.from, people: 1 });
    });
    if (life.left !== null && life.left <= day) left += 1;
    personDays += Math.min(day, life.left ?? day) - asked;
    const holds = certificates.filter(({ from, until }) => from <= day && until > day);
    if (isThere(life, day) && holds.length > 0)
      staff.push({
        ...{ serviceId, personId, from: dayAt(asked), until: null, blocks: false },
        certifiedUntil: dayAt(Math.max(...holds.map(({ until }) => until))),
      });
  }
  const nextMeeting = Math.ceil((day - first) / hidden.meetsEvery) * hidden.meetsEvery + first;
  return {
    asOf: dayAt(day),
    services: places,
    paths: [path],
    newest: path.id,
    staff,
    pipeline,
    holds: [{ id: 'hold', startsOn: '2023-01-01' }],
    courseDays: Array.from({ length: 6 }, (_, at) => ({
      ...{ holdId: 'hold', step: 'meet', on: dayAt(nextMeeting + at * hidden.meetsEvery) },
    })),
    learned: { waits, taken, dropped, completions, renewals: { ended, renewed }, turnover: { left, personDays } },
  };
}
