import { expect, test } from 'vitest';
import { changesBetween, directionOf } from '#curriculum/readiness/changes-between.ts';
import { type GateValue, type ServiceReadiness, verdictOf } from '#curriculum/readiness/readiness-of.ts';

const service = (serviceId: string, ...names: string[]) => ({
  serviceId,
  is: (...values: GateValue[]): ServiceReadiness => ({
    serviceId,
    name: serviceId,
    municipalities: names.map((name) => ({ code: name, name, population: 1, pilot: false })),
    gates: values.map((value, at) => ({ key: `gate-${at}`, kind: 'evidence', value, reason: { code: 'no-evidence' } })),
    verdict: verdictOf(values),
    ...{ people: 'opfyldt', papers: 'opfyldt', stage: 'ikke-startet', inTraining: false, onHold: 0 },
    mapClass: 'klar',
    score: 0,
    scoreParts: [],
    staffing: { required: 2, certified: 2, countedForGate: 2, missing: 0 },
    override: null,
  }),
});
const herning = service('h', 'Herning');
const shared = service('s', 'Tårnby', 'Dragør');
const odense = service('o', 'Odense');

test('a change has both verdicts and the changed gates, in both directions, for every municipality of a service', () => {
  const earlier = [
    herning.is('opfyldt', 'ukendt'),
    shared.is('opfyldt', 'opfyldt'),
    odense.is('ikke-opfyldt', 'ukendt'),
  ];
  const later = [herning.is('opfyldt', 'opfyldt'), shared.is('ukendt', 'opfyldt'), odense.is('ukendt', 'opfyldt')];
  const said = (changes: ReturnType<typeof changesBetween>) =>
    changes.map((change) => [
      change.name,
      directionOf(change),
      change.from,
      change.to,
      change.gates.map(({ key }) => key),
    ]);
  expect(said(changesBetween(earlier, later))).toEqual([
    ['Herning', 'up', 'uafklaret', 'klar', ['gate-1']],
    ['Tårnby', 'down', 'klar', 'uafklaret', ['gate-0']],
    ['Dragør', 'down', 'klar', 'uafklaret', ['gate-0']],
    ['Odense', 'aside', 'ikke-klar', 'uafklaret', ['gate-0', 'gate-1']],
  ]);
  expect(said(changesBetween(later, earlier)).map(([name, direction]) => `${name} ${direction}`)).toEqual([
    'Tårnby up',
    'Dragør up',
    'Herning down',
    'Odense aside',
  ]);
});

test('a gate that changes without changing the verdict is no change', () => {
  expect(changesBetween([herning.is('ikke-opfyldt', 'ukendt')], [herning.is('ikke-opfyldt', 'opfyldt')])).toEqual([]);
});

test('a municipality that another service serves now is compared with the one that served it then', () => {
  const then = [herning.is('opfyldt'), odense.is('ukendt')];
  const now = [service('h', 'Herning', 'Odense').is('opfyldt')];
  expect(changesBetween(then, now)).toMatchObject([{ name: 'Odense', from: 'uafklaret', to: 'klar' }]);
});
