import { expect, test } from 'vitest';
import { filterPlaces, type PlaceFilter } from '#app/use-cases/readiness/views/filter-places.ts';
import { isClose } from '#app/use-cases/readiness/views/is-close.ts';
import type { SeenGate, SeenPlace, SeenPlaces } from '#app/use-cases/readiness/views/list-places.server.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';
import { paperAgeOf } from '#curriculum/readiness/paper-age.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';

const today = '2026-11-24';
const staffing = (value: GateValue): SeenGate => ({
  ...{ key: 'bemanding', kind: 'staffing', value, reason: { code: 'no-affiliation' } },
  ...{ seenOn: null, lastDay: null, age: undefined },
});
const paper = (value: GateValue, seenOn: string, lastDay: string): SeenGate => {
  const reason = { code: value === 'ukendt' ? 'stale' : 'evidence', on: seenOn, lastDay } as const;
  const gate = { key: 'aftale', kind: 'evidence', value, reason } as const;
  return { ...gate, seenOn, lastDay, age: paperAgeOf(gate, today) };
};
const never: SeenGate = {
  ...{ key: 'aftale', kind: 'evidence', value: 'ukendt', reason: { code: 'no-evidence' } },
  ...{ seenOn: null, lastDay: null, age: 'never' },
};

const place = (name: string, counted: number | null, gate: SeenGate, more: Partial<SeenPlace> = {}): SeenPlace => {
  const missing = counted === null ? null : Math.max(0, 2 - counted);
  const value = missing === null ? 'ukendt' : missing === 0 ? 'opfyldt' : 'ikke-opfyldt';
  return {
    ...{ serviceId: name, code: '0657', name, pilot: false, region: 'Nord', wave: undefined, servedWith: [] },
    ...{ verdict: 'ikke-klar', people: value, papers: 'opfyldt', stage: 'ikke-startet', mapClass: 'ikke-i-gang' },
    staffing: { required: 2, certified: counted ?? 0, countedForGate: counted ?? 0, missing },
    inTraining: false,
    onHold: 0,
    gates: [staffing(value), gate],
    ...more,
  };
};
const fresh = paper('opfyldt', '2026-10-01', '2027-10-01');
const places = [
  place('Bornholm', 2, fresh, { verdict: 'klar', wave: { id: 'w1', name: 'Bølge 1', opensOn: '2027-03-01' } }),
  place('Fanø', null, paper('opfyldt', '2026-01-01', '2026-12-24'), { pilot: true }),
  place('Herning', 1, paper('ukendt', '2024-01-01', '2026-01-01')),
  place('København', 1, fresh, { code: '0101', region: 'Øst' }),
  place('Ærø', 0, never),
];
const seen: SeenPlaces = { asOf: today, papersOn: today, policyVersion: '1', places, regions: [], waves: [] };
const names = (search: string) =>
  filterPlaces(seen, parsePlaceFilter(new URLSearchParams(search))).map(({ name }) => name);

test('every filter shows the municipalities it names, and together they narrow', () => {
  expect(names('')).toEqual(['Bornholm', 'Fanø', 'Herning', 'København', 'Ærø']);
  expect(names('find=ØRHUS')).toEqual([]);
  expect(names('find=her')).toEqual(['Herning']);
  expect(names('region=%C3%98st')).toEqual(['København']);
  expect(names('region=hovedstaden')).toEqual(['København']);
  expect(names('wave=w1')).toEqual(['Bornholm']);
  expect(names('gate=bemanding')).toEqual(['Fanø', 'Herning', 'København', 'Ærø']);
  expect(names('gate=aftale')).toEqual(['Herning', 'Ærø']);
  expect(names('age=soon')).toEqual(['Fanø']);
  expect(names('age=old&gate=aftale')).toEqual(['Herning']);
  expect(names('age=never')).toEqual(['Ærø']);
  expect(names('short=1')).toEqual(['Herning', 'København', 'Ærø']);
  expect(names('short=1&region=Nord')).toEqual(['Herning', 'Ærø']);
  expect(names('people=ukendt')).toEqual(['Fanø']);
  expect(names('unknown=1')).toEqual(['Herning', 'Ærø']);
  expect(names('pilots=1')).toEqual(['Fanø']);
  expect(names('layer=papers&class=soon')).toEqual(['Fanø']);
  expect(names('verdict=klar')).toEqual(['Bornholm']);
});

test('those that lack most come first, and unknown staffing is no shortage and comes last', () => {
  expect(names('sort=staffing')).toEqual(['Ærø', 'Herning', 'København', 'Bornholm', 'Fanø']);
  const two = { ...seen, places: [place('Albertslund', null, fresh), place('Bornholm', 2, fresh)] };
  const sorted = filterPlaces(two, parsePlaceFilter(new URLSearchParams('sort=staffing')));
  expect(sorted.map(({ name }) => name)).toEqual(['Bornholm', 'Albertslund']);
});

test('the oldest paper comes first, and who never had one comes last', () => {
  expect(names('sort=oldest')).toEqual(['Herning', 'Fanø', 'Bornholm', 'København', 'Ærø']);
});

test('those closest to ready come first, and those that lack nothing last', () => {
  expect(names('sort=lacks')).toEqual(['København', 'Fanø', 'Herning', 'Ærø', 'Bornholm']);
  expect(places.filter(isClose).map(({ name }) => name)).toEqual(['København']);
});

test('what an address asks that nobody knows does not filter', () => {
  const unknown: Partial<PlaceFilter> = { age: '', people: '', layer: 'readiness', sort: 'name', short: false };
  expect(parsePlaceFilter(new URLSearchParams('age=x&people=y&layer=z&sort=q&short=yes'))).toMatchObject(unknown);
});
