import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type UrgentFacts, type UrgentService, urgentOf } from '#curriculum/readiness/urgent.ts';

const axis = fc.constantFrom('opfyldt', 'ikke-opfyldt', 'ukendt' as const);
const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
const maybeDay = fc.option(day);
const service = (id: number): fc.Arbitrary<UrgentService> =>
  fc
    .record({
      places: fc.integer({ min: 1, max: 3 }),
      ...{ people: axis, papers: axis, peopleToday: axis },
      stillMissing: fc.option(fc.nat(5)),
      lacksOnlyCommitment: fc.boolean(),
      ...{ answerBy: maybeDay, unanswered: fc.boolean(), waits: fc.boolean(), lacksOnlyConfirmation: fc.boolean() },
      ...{ certificateEnds: maybeDay, paperFalls: maybeDay },
    })
    .map((given) => ({
      serviceId: `s${id}`,
      ...given,
      // Where nobody knows the people nobody counts them, and who lacks some has some missing.
      stillMissing: given.people === 'ukendt' ? null : given.people === 'opfyldt' ? 0 : (given.stillMissing ?? 1),
    }));
const hold = fc
  .record({ hold: fc.string(), days: fc.tuple(day, day), free: fc.nat(9) })
  .map(({ days, ...given }) => ({ ...given, startsOn: days.toSorted()[0]!, endsOn: days.toSorted()[1]! }));
const facts: fc.Arbitrary<UrgentFacts> = fc.tuple(fc.nat(8), fc.array(hold, { maxLength: 4 })).chain(([count, holds]) =>
  fc.tuple(...Array.from({ length: count }, (_, id) => service(id))).map((services) => ({
    ...{ today: '2026-11-30', day: '2027-10-01', endOfWeek: '2026-12-04', renewalDays: 60, paperDays: 30 },
    ...{ services, holds, waves: [] },
  })),
);
const of = (given: UrgentFacts, id: string) => given.services.find(({ serviceId }) => serviceId === id)!;

test('what makes most municipalities ready comes first, and of equals what is due first', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const found = urgentOf(given);
      for (const [at, each] of found.entries()) {
        const next = found[at + 1];
        if (!next) continue;
        expect(each.effect > next.effect || (each.effect === next.effect && each.by <= next.by)).toBe(true);
      }
    }),
  );
});

test('the order in which facts are given changes nothing', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const turned = { ...given, services: given.services.toReversed(), holds: given.holds.toReversed() };
      const said = (one: UrgentFacts) =>
        urgentOf(one).map(({ services, ...rest }) => ({ ...rest, services: services.toSorted() }));
      expect(
        said(turned)
          .map((each) => JSON.stringify(each))
          .sort(),
      ).toEqual(
        said(given)
          .map((each) => JSON.stringify(each))
          .sort(),
      );
    }),
  );
});

test('an effect is the sum of the places that become ready or stay so, and never more than those it is about', () => {
  fc.assert(
    fc.property(facts, (given) => {
      for (const each of urgentOf(given)) {
        const about = each.services.map((id) => of(given, id));
        const most = about.reduce((sum, { places }) => sum + places, 0);
        expect(each.services.length).toBeGreaterThan(0);
        expect(each.effect).toBeLessThanOrEqual(most);
        if (each.kind === 'ask-for-papers' || each.kind === 'renew-papers') expect(each.effect).toBe(most);
      }
    }),
  );
});

test('seats are given once, to services that lack people, on holds that end before the rollout', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const filled = urgentOf(given).flatMap((each) => (each.kind === 'fill-hold' ? [each] : []));
      const served = filled.flatMap(({ services }) => services);
      expect(new Set(served).size).toBe(served.length);
      for (const each of filled) {
        const needed = each.services.reduce((sum, id) => sum + of(given, id).stillMissing!, 0);
        expect(needed).toBe(each.missing);
        expect(needed).toBeLessThanOrEqual(each.free);
        expect(each.services.every((id) => of(given, id).people === 'ikke-opfyldt')).toBe(true);
        expect(each.by >= given.today && each.by < given.day).toBe(true);
      }
    }),
  );
});

test('unknown people are never asked to renew or to take seats', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const unknown = new Set(
        given.services.flatMap(({ serviceId, people }) => (people === 'ukendt' ? [serviceId] : [])),
      );
      for (const { kind, services } of urgentOf(given))
        if (kind !== 'call-unanswered' && kind !== 'confirm-papers')
          expect(services.filter((id) => unknown.has(id))).toEqual([]);
    }),
  );
});

const staffed: UrgentService = {
  ...{ serviceId: 'a', places: 1, people: 'opfyldt', papers: 'opfyldt', peopleToday: 'opfyldt', stillMissing: 0 },
  ...{
    lacksOnlyCommitment: false,
    lacksOnlyConfirmation: false,
    waits: false,
    unanswered: false,
    certificateEnds: null,
    paperFalls: null,
    answerBy: null,
  },
};
const given = {
  today: '2026-11-30',
  day: '2027-10-01',
  endOfWeek: '2026-12-04',
  renewalDays: 60,
  paperDays: 30,
  waves: [],
};

test('a certificate is renewed in time for the renewal, today at the latest', () => {
  const loses = (certificateEnds: string) =>
    urgentOf({
      ...{ ...given, holds: [] },
      services: [{ ...staffed, people: 'ikke-opfyldt', stillMissing: 1, certificateEnds }],
    });
  expect(loses('2027-05-09')).toMatchObject([{ kind: 'renew-certificates', by: '2027-03-10', effect: 1 }]);
  expect(loses('2026-12-20')).toMatchObject([{ kind: 'renew-certificates', by: '2026-11-30' }]);
});

test('a paper that falls soon is asked for, one that falls later is not', () => {
  const falls = (paperFalls: string) => urgentOf({ ...given, holds: [], services: [{ ...staffed, paperFalls }] });
  expect(falls('2026-12-30')).toMatchObject([{ kind: 'renew-papers', by: '2026-12-30', effect: 1 }]);
  expect(falls('2026-12-31')).toEqual([]);
});

test('a wave that waits for a signature counts the places that open, and comes before what helps fewer', () => {
  const services = [staffed, { ...staffed, serviceId: 'b', places: 2, papers: 'ukendt' as const }];
  const waves = [{ waveId: 'w', wave: 'Bølge 1', opensOn: '2027-03-01', opening: ['a', 'b', 'gone'], missing: 1 }];
  expect(urgentOf({ ...given, holds: [], services, waves }).map(({ kind, effect, by }) => [kind, effect, by])).toEqual([
    ['sign-wave', 3, '2027-03-01'],
    ['ask-for-papers', 2, '2026-12-04'],
  ]);
});

test('who has not answered is called by the first day by which an answer was asked for that has not passed', () => {
  const silent = (answerBy: string | null) => ({ ...staffed, unanswered: true, answerBy });
  const byOf = (...days: (string | null)[]) =>
    urgentOf({ ...given, holds: [], services: days.map(silent) }).map(({ by }) => by);
  expect(byOf('2026-12-10', '2026-12-02', '2026-11-01')).toEqual(['2026-12-02']);
  expect(byOf(null, '2026-11-01')).toEqual(['2026-12-04']);
});
