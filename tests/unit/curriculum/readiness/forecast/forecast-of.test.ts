import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { ForecastFacts } from '#curriculum/readiness/forecast/forecast-facts.ts';
import { type Asked, type Forecast, forecastOf } from '#curriculum/readiness/forecast/forecast-of.ts';
import { asOf, certified, factsWith, onTheWay, policy, steps } from './facts.ts';

const asked = { by: '2027-06-01', target: 2, seed: '20261130', draws: 400 };
const foretold = (facts: ForecastFacts, change: Partial<Asked> = {}): Forecast => {
  const answer = forecastOf(policy, facts, { ...asked, ...change });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.forecast;
};
const chanceOf = (forecast: Forecast, id: string) =>
  forecast.services.find(({ serviceId }) => serviceId === id)!.chance;

const staff = fc.record({
  serviceId: fc.constantFrom('a', 'b'),
  days: fc.integer({ min: 1, max: 400 }),
  certified: fc.boolean(),
  blocks: fc.boolean(),
});
const learner = fc.record({
  serviceId: fc.constantFrom('a', 'b'),
  taken: fc.integer({ min: 0, max: steps.length - 1 }),
  waited: fc.integer({ min: 0, max: 60 }),
});
const world = fc.record({ staff: fc.array(staff, { maxLength: 8 }), learners: fc.array(learner, { maxLength: 8 }) });
const factsOf = ({ staff: people, learners }: typeof world extends fc.Arbitrary<infer T> ? T : never) =>
  factsWith({
    staff: people.map(({ serviceId, days, certified: has, blocks }, at) => ({
      ...certified(serviceId, `staff ${at}`, days),
      ...(!has && { certifiedUntil: null }),
      blocks,
    })),
    pipeline: learners.map(({ serviceId, taken, waited }, at) => ({
      ...onTheWay(serviceId, `learner ${at}`, steps.slice(0, taken)),
      since: addDays(asOf, -waited),
    })),
  });

describe('a forecast', () => {
  test('has chances from 0 to 1, a band in order, and nothing more than all municipalities', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { services, people, ready, reached, nothingNew } = foretold(factsOf(drawn), { draws: 100 });
        for (const chance of [...services.flatMap((each) => [...each.chances, each.chanceBy]), ...reached]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        for (const { low, lower, middle, upper, high } of [...people, ...ready])
          expect([0, low, lower, middle, upper, high, 3]).toEqual([0, low, lower, middle, upper, high, 3].toSorted());
        expect(Math.max(...nothingNew)).toBeLessThanOrEqual(3);
        for (const { chance, chanceBy } of services) expect(chanceBy).toBeGreaterThanOrEqual(chance);
      }),
      { numRuns: 40 },
    );
  });

  test('gives the same numbers for the same seed, and others for another seed', () => {
    const facts = factsWith({ pipeline: [onTheWay('a', 'p'), onTheWay('a', 'q'), onTheWay('b', 'r')] });
    expect(foretold(facts)).toEqual(foretold(facts));
    expect(foretold(facts).services).not.toEqual(foretold(facts, { seed: 'another' }).services);
  });

  test('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const facts = factsOf(drawn);
        const turned: ForecastFacts = {
          ...facts,
          services: facts.services.toReversed(),
          staff: facts.staff.toReversed(),
          pipeline: facts.pipeline.toReversed(),
          holds: facts.holds.toReversed(),
          courseDays: facts.courseDays.toReversed(),
          learned: {
            ...facts.learned,
            waits: facts.learned.waits.toReversed(),
            taken: facts.learned.taken.toReversed(),
            dropped: facts.learned.dropped.toReversed(),
          },
        };
        expect(foretold(turned, { draws: 100 })).toEqual(foretold(facts, { draws: 100 }));
      }),
      { numRuns: 30 },
    );
  });

  test('more seats lower no chance on any date', () => {
    fc.assert(
      fc.property(world, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 6 }), (drawn, few, more) => {
        const facts = factsOf(drawn);
        const less = foretold(facts, { draws: 100, whatIf: { seats: few } });
        const rest = foretold(facts, { draws: 100, whatIf: { seats: few + more } });
        rest.services.forEach(({ chances }, at) => {
          chances.forEach((chance, date) => {
            expect(chance).toBeGreaterThanOrEqual(less.services[at]!.chances[date]!);
          });
        });
        rest.reached.forEach((chance, date) => {
          expect(chance).toBeGreaterThanOrEqual(less.reached[date]!);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('more seats raise the chance of a place that lacks people', () => {
    const facts = factsWith({ staff: [certified('a', 'p')] });
    const [now, then] = [foretold(facts), foretold(facts, { whatIf: { seats: 1 } })];
    expect(chanceOf(now, 'a')).toBe(0);
    expect(chanceOf(then, 'a')).toBeGreaterThan(0.4);
    expect(then.newCertificates).toBeGreaterThan(now.newCertificates);
  });

  test('a place with enough certified people is ready today, and less surely so later', () => {
    const { services, nothingNew } = foretold(factsWith({ staff: [certified('a', 'p'), certified('a', 'q')] }));
    const [a, b] = services;
    expect(a!.chances[0]).toBe(1);
    expect(a!.chance).toBeGreaterThan(0.7);
    expect(a!.chance).toBeLessThan(1);
    expect(b!.chances.every((chance) => chance === 0)).toBe(true);
    expect([nothingNew[0], nothingNew.at(-1)]).toEqual([1, 1]);
  });

  test('a certificate stops counting the margin before its end unless it is renewed', () => {
    // Half of those whose certificate ended renewed it, 70 days before: the margin of 60 days is kept.
    const stays = { left: 0, personDays: 1 };
    const facts = factsWith({
      staff: [certified('a', 'p', 100), certified('a', 'q', 700)],
      learned: { ...factsWith().learned, turnover: stays },
    });
    const { services, dates, nothingNew } = foretold(facts);
    const before = dates.findLastIndex((day) => day < addDays(asOf, 40));
    expect(services[0]!.chances[before]).toBe(1);
    expect(services[0]!.chances[before + 1]).toBeGreaterThan(0.4);
    expect(services[0]!.chances[before + 1]).toBeLessThan(0.6);
    expect([nothingNew[before], nothingNew[before + 1]]).toEqual([1, 0]);
  });

  test('somebody on the way counts after the course day of the hold at the earliest', () => {
    const facts = factsWith({
      staff: [certified('a', 'p')],
      pipeline: [onTheWay('a', 'q', ['seat', 'start', 'read'])],
      learned: { ...factsWith().learned, turnover: { left: 0, personDays: 1 } },
    });
    const { services, dates } = foretold(facts);
    const after = dates.findIndex((day) => day >= '2027-01-15');
    expect(services[0]!.chances.slice(0, after).every((chance) => chance === 0)).toBe(true);
    expect(services[0]!.chance).toBeGreaterThan(0.9);
  });

  test('without a planned course day, or after the last day of the hold, nobody on the way finishes', () => {
    const pipeline = [onTheWay('a', 'q', ['seat', 'start', 'read'])];
    const staffed = { staff: [certified('a', 'p')], pipeline };
    const none = foretold(factsWith({ ...staffed, courseDays: [] }));
    const over = foretold(
      factsWith({ ...staffed, pipeline: pipeline.map((each) => ({ ...each, finishBy: '2027-01-15' })) }),
    );
    expect([none, over].map((each) => chanceOf(each, 'a'))).toEqual([0, 0]);
    expect(none.assumptions.withoutCourseDay).toBe(1);
  });

  test('somebody who guides without knowing the rules keeps a place from being ready while they are there', () => {
    const blocker = { ...certified('a', 'r'), certifiedUntil: null, blocks: true };
    const facts = factsWith({ staff: [certified('a', 'p'), certified('a', 'q'), blocker] });
    expect(foretold(facts).services[0]!.chances[0]).toBe(0);
    const learns = foretold({ ...facts, pipeline: [onTheWay('a', 'r')] });
    expect(chanceOf(learns, 'a')).toBeGreaterThan(chanceOf(foretold(facts), 'a'));
  });

  test('below eight people who finished nothing is foretold', () => {
    const few = { ...factsWith().learned, completions: [{ serviceId: 'a', people: 7, days: 70 }] };
    expect(forecastOf(policy, factsWith({ learned: few }), asked)).toEqual({
      ...{ ok: false, reason: 'too-few', completions: 7 },
    });
  });

  test('a place with fewer than eight of its own rests on the figures of the nation', () => {
    expect(foretold(factsWith()).services.map(({ rests }) => rests)).toEqual(['own', 'nation']);
  });

  test('a place whose people take longer is later than the nation says', () => {
    const learned = factsWith().learned;
    const slow = { ...learned, taken: steps.map((step) => ({ serviceId: 'a', step, people: 20, days: 400 })) };
    const at = { staff: [certified('a', 'p')], pipeline: [onTheWay('a', 'q', ['seat', 'start', 'read', 'meet'])] };
    const [usual, late] = [foretold(factsWith(at)), foretold(factsWith({ ...at, learned: slow }))];
    const early = usual.dates.indexOf(addDays(asOf, 14));
    expect(late.services[0]!.chances[early]).toBeLessThan(usual.services[0]!.chances[early]! - 0.3);
  });

  test('counts the papers as they stand today beside the people', () => {
    const enough = ['p', 'q', 'r', 's'].flatMap((each) => [certified('a', each), certified('b', each)]);
    const { people, ready } = foretold(factsWith({ staff: enough }));
    expect([people[0]!.middle, ready[0]!.middle]).toEqual([3, 1]);
    const lost = foretold(factsWith({ staff: enough }), { whatIf: { lostContact: 'a' } });
    expect([lost.people[0]!.middle, lost.ready[0]!.middle]).toEqual([3, 0]);
  });

  test('a better pass rate, more renewals and a lower threshold raise the chance', () => {
    const facts = factsWith({ staff: [certified('a', 'p', 100)], pipeline: [onTheWay('a', 'q'), onTheWay('a', 'r')] });
    const now = chanceOf(foretold(facts), 'a');
    expect(chanceOf(foretold(facts, { whatIf: { through: 0.99 } }), 'a')).toBeGreaterThan(now);
    expect(chanceOf(foretold(facts, { whatIf: { through: 0.3 } }), 'a')).toBeLessThan(now);
    expect(chanceOf(foretold(facts, { whatIf: { renews: 0.95 } }), 'a')).toBeGreaterThan(now);
    expect(chanceOf(foretold(facts, { whatIf: { peoplePerAdviser: 10_000 } }), 'a')).toBeLessThan(now);
  });

  test('says how far it has come', () => {
    const told: [number, number][] = [];
    forecastOf(policy, factsWith(), asked, (done, of) => told.push([done, of]));
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
