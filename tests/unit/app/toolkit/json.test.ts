import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { usage } from '#app/toolkit/arguments.ts';
import { json } from '#app/toolkit/json.ts';
import { rolloutSteps } from '#curriculum/rollout/rollout-event.ts';

type Name = keyof typeof json;

/** Adds a field to every object, however deep: what an internal object may get one day. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMore(each)])), internal: 'kept' };
}

const problem = { file: 'a.yaml', line: 1, column: 2, path: 'flow', message: 'Why?', severity: 'error' };
const course = { slug: 'a', edition: '1', steps: 2, questions: 3, proof: { states: 4, reachable: true, deadEnds: 0 } };
const differences = [{ what: 'key', from: 'a', to: 'b', of: ['m4-q01'] }];
const editionChange = {
  ...{ since: '1', change: 'material', differs: ['steps.a'], words: ['title'], facts: ['m1-f01'] },
  steps: [{ step: 'a', title: { da: 'a', en: 'b' }, change: 'material', sameAs: '1/b', differences }],
};
const classed = {
  ...{ since: '1', class: 'material', differs: ['steps.a'], words: ['title'], facts: ['m1-f01'] },
  steps: [{ step: 'a', class: 'material', sameAs: '1/b', differences }],
};
const person = { enrolmentId: 'e', name: 'Vera' };
const [a, b] = ['a', 'b'].map((id) => ({ id, title: { da: 'a', en: 'b' } }));
const migration = {
  ...{ hold: { id: 'h', name: 'Hold', edition: '1' }, course: { da: 'a', en: 'b' }, editions: ['2'], to: '2' },
  ...{ change: 'material', differs: ['flow'], steps: editionChange.steps },
  people: [
    { ...person, edition: '1', state: 'active', standing: 'there' },
    {
      ...{ ...person, edition: '1', state: 'active', standing: 'open', stays: false, begun: [a] },
      ...{ kept: [a], declared: [a], lost: [b], waiting: { migrate: [a], restart: [b] } },
    },
  ],
};
const issued = { ...person, standing: 'has', number: '2026-00001', because: null };
const outcomes = { issued: 1, had: 0, 'held-back': 0, 'letters-missing': 0, 'not-earned': 0 };
const file = { number: '2026-00001', language: 'da', sha256: 'ab', file: 'a.pdf', put: 'written' };
const key = { use: 'file', subject: 'A', kind: 'given', notBefore: 'a', notAfter: 'b', daysLeft: 1, warnings: ['x'] };
const certificate = {
  number: '2026-00001',
  code: 'K7QM',
  status: 'valid',
  name: 'V. E.',
  nameIsFull: false,
  course: { da: 'a', en: 'b' },
  edition: '1',
  evidence: { da: ['a'], en: ['b'] },
  issuedOn: '2026-11-24',
  validFrom: '2026-11-24',
  lastValidDay: '2028-11-23',
  chain: [{ number: '2025-00001', issuedOn: '2025-01-01', is: 'earlier', by: 'replaced' }],
  library: 'Herning',
  issuer: 'Styrelsen',
  demo: false,
  signedAt: 'c',
  signedBy: 'd',
  signers: ['ab'],
  badge: 'proved',
};
const period = { number: '765700', library: 'Herning', from: '2026-01-01', lastDay: null };
const worked = { id: 'a', ...period, guidesFrom: null, planned: false };
const wrong = { kind: 'corrected', ...period, on: '2026-11-24' };
const stuck = { work: 'issue', subject: 'e', fault: 'Error', since: 'a', last: 'b', times: 2 };
const gate = { key: 'bemanding', value: 'opfyldt', reason: 'Nok' };
const staffing = { required: 2, certified: 3, countedForGate: 2 };
const municipality = { code: '0657', name: 'Herning', pilot: true };
const scoreParts = [{ key: 'dybde', points: 1, max: 20 }];
const axes = { people: 'opfyldt', papers: 'ukendt' };
const verdict = { verdict: 'klar', ...axes, stage: 'i-drift', mapClass: 'klar', score: 40, scoreParts };
const change = { key: 'bemanding', from: 'ukendt', to: 'ikke-opfyldt', reason: 'Mangler 2' };
const place = { serviceId: 'tjeneste-0657', name: 'Herning', people: 1, guides: 0, ifWaiting: true };
const effect = {
  asOf: '2026-11-24',
  later: 1,
  places: [{ ...place, from: 'uafklaret', to: 'ikke-klar', gates: [change] }],
};
const readiness = {
  asOf: '2026-11-24',
  policyVersion: '1.0',
  services: [
    {
      serviceId: 'tjeneste-0657',
      ...verdict,
      municipalities: [{ ...municipality, population: 90_000 }],
      gates: [{ ...gate, reason: { code: 'no-evidence' } }],
      strict: { verdict: 'uafklaret', gates: [{ ...gate, value: 'ukendt', reason: { code: 'no-evidence' } }] },
      staffing: { ...staffing, missing: 0 },
    },
  ],
};

const stepCounts = Object.fromEntries(rolloutSteps.map((step) => [step, step === 'tilsagn' ? 1 : 0]));
const boardService = {
  ...{ serviceId: 'tjeneste-0657', name: 'Herning', step: 'tilsagn', paused: false, verdict: 'uafklaret' },
  lacks: [{ key: 'aftale', value: 'ukendt' }],
};
const undecided = { serviceId: 's', name: 'S', lacks: [{ key: 'aftale', value: 'ukendt' }] };
const waits = { outcome: 'waits', toWave: null, why: 'Når det måske' };
const picture = { takenAt: '2026-11-24T09:00:00.000Z', services: 2, policyVersion: '1.0', sha256: 'ab', same: true };
const refusedRound = { id: 'q', kind: 'refused', why: 'Tallene er for gamle', at: '2026-11-20T09:00:00.000Z' };
const row = {
  ...{ code: '0657', name: 'Herning', serviceId: 'tjeneste-0657', chance: 0.5, chanceBy: 0.6, required: 3, counted: 2 },
  ...{ onTheWay: 1, completions: 4, rests: 'nation', papers: false },
};
const assumptions = {
  ...{ completions: 20, meanDays: 30, through: 0.8, renewals: { ended: 4, renewed: 2, chance: 0.5 } },
  ...{ turnover: { left: 1, inMonth: 0.01 }, onTheWay: 6, withoutCourseDay: 1, courseDays: 2 },
};
const question = { by: '2027-06-01', target: 80, seed: '1', draws: 2_000 };
const spread = { low: 1, lower: 2, middle: 3, upper: 4, high: 5 };
const forecast = {
  ...{ ...question, newCertificates: 3.1259, assumptions: { ...assumptions, nationWeighs: 8 } },
  ...{ dates: ['2027-06-01'], people: [spread], ready: [{ ...spread, middle: 2 }], nothingNew: [1], reached: [0.25] },
};
const foretold = {
  ...{ ...question, chance: 0.25, newCertificates: 3.13, assumptions },
  dates: [{ day: '2027-06-01', ...spread, withPapersAsToday: 2, nothingNew: 1, chance: 0.25 }],
};
const rate = { per1000: null, why: 'zero' };
const denominator = { value: 0, source: 'DST', year: '2020' };
const reach = {
  ...{ key: '0657', name: 'Herning', sessions: null, inhabitants: denominator, perInhabitants: rate },
  ...{ firms: denominator, perFirms: { per1000: 1.5, why: null } },
};
const shownReach = {
  ...{ sessions: null, inhabitants: denominator, perThousandInhabitants: null, whyNotInhabitants: 'zero' },
  ...{ firms: denominator, perThousandFirms: 1.5, whyNotFirms: null },
};
const counts = { 'rights-missing': 5, 'way-unknown': null, 'solution-fault': 0, login: 0, language: 0 };
const figures = {
  ...{ asOf: '2026-11-24', from: '2026-08-27', own: false, sessions: 9, outcomes: [] },
  channels: [{ key: '', sessions: 9 }],
  distances: [{ key: 'under-5', sessions: null }],
  trouble: { rows: [{ key: 'moving', counts, total: 7 }], columns: counts, total: 8 },
  municipalities: [{ ...reach, region: 'Region Midtjylland', points: 2, staffedPoints: 0 }],
  regions: [{ ...reach, key: 'Region Midtjylland', name: 'Region Midtjylland' }],
  country: reach,
  points: [],
};
const about = { asOf: '2026-11-24' };
const due = { key: 'moms-kvartal', kind: 'deadline', day: '2026-12-01', movedFrom: null, area: 'vat' };
const taught = { course: 'c', edition: '1', step: 'm4-test' };
const untrained = { code: '0657', name: 'Herning', certified: 2 };
const placed = { codes: ['0657'], name: 'Herning' };
const compared = {
  ...{ day: '2026-11-24', current: '1.0', candidate: '2.0', gates: [{ key: 'aftale', lost: 1, won: 0 }] },
  totals: { down: 1, up: 0, aside: 0, same: 97 },
};
const fallsOut = { ...placed, serviceId: 's', from: 'klar', to: 'uafklaret', direction: 'down' };
const changedGate = { key: 'aftale', from: 'opfyldt', to: 'ukendt' };
const comparison = {
  ...compared,
  services: [
    { ...fallsOut, gates: [{ ...changedGate, before: { code: 'no-evidence' }, after: { code: 'no-evidence' } }] },
  ],
};
const said = 'Der er ingen dokumentation endnu.';
const shownComparison = {
  ...compared,
  services: [{ ...fallsOut, gates: [{ ...changedGate, before: said, after: said }] }],
};
const override = {
  ...{ id: 'o', serviceId: 'tjeneste-0657', codes: ['0657'], standing: 'withdrawn', reason: 'r', decidedBy: 'd' },
  ...{ from: '2026-11-24', lastDay: '2027-01-31', withdrawnOn: '2026-12-01', withdrawnWhy: 'w' },
};
const saidPoint = {
  ...{ times: 't', place: 'p', booking: 'b', phone: null, languages: 'l', access: 'a', topics: ['vat'] },
  ...{ from: '2026-11-01', toldBy: 'library', toldAt: '2026-11-24T09:00:00.000Z' },
};
const { toldAt: recordedAt, phone: _, ...saidHere } = saidPoint;
const helpPlace = {
  ...{ code: '0657', name: 'Herning', libraries: ['Herning Bibliotek'], serviceId: 'tjeneste-0657', service: 'S' },
  ...{ serves: ['0657'], standing: { is: 'now' }, point: { ...saidHere, phone: '', serviceId: 'x', recordedAt } },
};
const freeSeats = { hold: 'A', startsOn: '2026-11-24', endsOn: '2027-01-01', seats: 9, free: 4 };

const library = {
  ...{ number: '765700', name: 'Herning Bibliotek', service: 'S', state: 'closes', openedOn: '2007-01-01' },
  ...{ closedOn: '2027-01-01', successor: '765701', guidancePoint: true, people: 2 },
};
const closing = {
  ...{ number: '765700', day: '2027-01-01', moves: true, people: 1, planned: 0, contacts: 0, lastOfService: false },
  ...{ asOf: '2027-01-01' },
  effects: [
    {
      ...{ serviceId: 's', name: 'S', from: 'klar', to: 'ikke-klar' },
      gates: [{ key: 'bemanding', from: 'opfyldt', to: 'ikke-opfyldt', reason: '0 af 2.' }],
    },
  ],
};
const snapshot = {
  ...{ id: 'a', code: 'K7QM', asOf: '2026-11-24', knownAt: 'b', policyVersion: '1.0' },
  ...{ rulesHash: 'c', sha256: 'd', takenAt: 'b' },
};
const differing = {
  ...{ serviceId: 'tjeneste-0657', name: 'Herning' },
  differences: [{ what: 'aftale', frozen: 'ukendt', found: 'opfyldt' }],
};
const frozenRow = {
  ...{ serviceId: 'tjeneste-0657', name: 'Herning', ...verdict, staffing },
  municipalities: [{ ...municipality, region: null }],
  gates: [{ ...gate, reason: { code: 'no-evidence' } }],
};

const serving = {
  ...{ code: '0615', serviceId: 's', from: '2027-01-01', asOf: '2027-01-01', librariesLeft: 1, effects: [] },
  required: [{ serviceId: 's', from: 2, to: 3, municipalities: ['Herning', 'Horsens'] }],
};
const agreement = {
  ...{ id: 'a', service: null, partner: 'KL', about: 'Henvisning' },
  ...{ from: '2026-01-01', lastDay: '2026-12-31', standing: 'in-force', renewed: false },
};
const meeting = {
  ...{ id: 'm', service: 'Herning', onDay: '2026-11-20', place: '', partners: 'KL', held: true, decisions: 'Ja' },
  ...{ nextStep: 'Ring', nextOwner: 'Herning', nextOn: '2026-11-22', nextDoneOn: null, nextIsLate: true },
};
const channel = { channel: 'posters', efforts: 1, amount: 20, cost: 300 };
const session = {
  id: 's',
  service: 'Herning',
  onDay: '2026-12-08',
  startsAt: null,
  place: 'H',
  topic: 'Moms',
  free: 2,
};

const practiceSession = { questions: 6, minutes: 5, changed: 0, missed: 2, due: 4, fresh: 0 };
const practiceGoal = {
  ...{ key: 'c/g', title: { da: 'Mål', en: 'Goal' }, strength: 'slips', asked: 2, of: 8, missed: 1 },
  ...{ lastOn: '2026-11-20', nextOn: '2026-11-24' },
};

const rolloutDay = { day: '2027-10-01', target: 80, note: '', setAt: '2026-11-24T09:00:00.000Z' };

/** For each verb what it is given, and what it prints. */
const samples: Record<Name, [given: unknown[], printed: unknown]> = {
  'readiness help-points': [
    ['2026-11-24', [helpPlace]],
    {
      ...about,
      rows: [
        {
          ...{ code: '0657', name: 'Herning', serviceId: 'tjeneste-0657', service: 'S', standing: 'now', from: null },
          point: saidPoint,
        },
      ],
      totals: { now: 1, later: 0 },
    },
  ],
  'readiness open-data': [
    ['out', [{ name: 'a.csv', mediaType: 'text/csv', text: 'a', bytes: 1, sha256: 'ab', rows: 0 }]],
    { folder: 'out', files: [{ name: 'a.csv', bytes: 1, sha256: 'ab', rows: 0 }] },
  ],
  'practice due': [
    ['2026-11-24', { state: 'on', session: practiceSession, waiting: 9, goals: [practiceGoal] }],
    {
      ...{ day: '2026-11-24', state: 'on', waiting: 9, session: { questions: 6, minutes: 5 } },
      goals: [{ goal: 'c/g', strength: 'slips', asked: 2, of: 8, nextOn: '2026-11-24' }],
    },
  ],
  'practice remind': [[3], { written: 3 }],
  'curriculum check': [[[course], [problem]], { courses: [course], problems: [problem] }],
  'curriculum publish': [
    [{ name: 'a/1', digest: 'ab', dryRun: true, change: editionChange }],
    { name: 'a/1', digest: 'ab', dryRun: true, change: classed },
  ],
  'curriculum migrate --dry-run': [
    [migration, migration.people],
    {
      ...{ dryRun: true, hold: 'h', from: '1', to: '2', class: 'material', differs: ['flow'], steps: classed.steps },
      people: [
        { enrolmentId: 'e', name: 'Vera', edition: '1', standing: 'there' },
        {
          ...{ enrolmentId: 'e', name: 'Vera', edition: '1', standing: 'open', stays: false },
          ...{ kept: ['a'], declared: ['a'], lost: ['b'], waiting: { migrate: ['a'], restart: ['b'] } },
        },
      ],
    },
  ],
  'curriculum migrate': [
    [
      [
        { ...person, outcome: 'moved' },
        { ...person, outcome: 'cannot', because: 'work-waiting', steps: [{ da: 'a', en: 'b' }] },
      ],
    ],
    {
      dryRun: false,
      people: [
        { ...person, outcome: 'moved' },
        { ...person, outcome: 'cannot', because: 'work-waiting' },
      ],
    },
  ],
  'curriculum graph': [[{ slug: 'a', edition: '1', svg: '<svg/>' }], { slug: 'a', edition: '1', svg: '<svg/>' }],
  'curriculum measure': [
    [
      'a/1',
      {
        lessons: [
          {
            ...{ step: 'a', language: 'da', words: 9, minutes: { said: 5, workedOut: 5.04 }, lix: 20.06, figures: 1 },
            ...{ exercises: 2, dialogues: [{ name: 'bo', nodes: 3, endings: 2 }] },
          },
        ],
        bank: {
          ...{ questions: 1, kinds: [{ name: 'single', questions: 1 }], goals: [], levels: [], uses: [] },
          single: { questions: 1, longest: { right: 0, chance: 0.3333 }, first: { right: 1, chance: 0.3333 } },
        },
      },
    ],
    {
      name: 'a/1',
      lessons: [
        {
          ...{ step: 'a', language: 'da', words: 9, minutes: { said: 5, workedOut: 5 }, lix: 20.1, figures: 1 },
          ...{ exercises: 2, dialogues: [{ name: 'bo', nodes: 3, endings: 2 }] },
        },
      ],
      bank: {
        ...{ questions: 1, kinds: [{ name: 'single', questions: 1 }], goals: [], levels: [], uses: [] },
        single: { questions: 1, longest: { right: 0, chance: 0.3 }, first: { right: 1, chance: 0.3 } },
      },
    },
  ],
  'certificates verify': [
    [{ verdict: 'valid', reasons: [], certificate }],
    { verdict: 'valid', reasons: [], certificate },
  ],
  'certificates issue': [
    [{ ok: false, reason: 'held-back', because: 'Navn' }],
    { ok: false, reason: 'held-back', because: 'Navn' },
  ],
  'certificates issue --dry-run': [
    [[{ ...person, would: 'issue' }]],
    { dryRun: true, people: [{ ...person, would: 'issue' }] },
  ],
  'certificates issue --hold': [[outcomes, [issued]], { dryRun: false, outcomes, people: [issued] }],
  'certificates export': [[[file]], { files: [file] }],
  'certificates revoke|suspend|lift|reissue|replace': [
    [{ ok: false, reason: 'not-now', status: 'revoked' }],
    { ok: false, reason: 'not-now', status: 'revoked' },
  ],
  'certificates status-list': [[[], 'There is no key.'], { lists: [], error: 'There is no key.' }],
  'certificates signers': [[{ keys: [] }, 'No file was signed.'], { keys: [], error: 'No file was signed.' }],
  'certificates keys': [[[key]], { keys: [key] }],
  'certificates keys distrust': [
    [[{ sha256: 'ab', from: '2026-11-24' }]],
    { distrusted: [{ sha256: 'ab', from: '2026-11-24' }] },
  ],
  'readiness report': [
    [readiness],
    {
      asOf: '2026-11-24',
      policyVersion: '1.0',
      municipalities: [
        {
          ...{
            ...municipality,
            ...verdict,
            gates: [{ ...gate, reason: 'Der er ingen dokumentation endnu.' }],
            staffing,
          },
          strict: {
            verdict: 'uafklaret',
            gates: [{ ...gate, value: 'ukendt', reason: 'Der er ingen dokumentation endnu.' }],
          },
        },
      ],
    },
  ],
  'people work': [
    [
      {
        personId: 'p',
        name: 'Vera',
        email: null,
        affiliations: [{ ...worked, serviceId: 's' }],
        corrections: [{ ...wrong, by: 'Stine' }],
      },
    ],
    { personId: 'p', name: 'Vera', affiliations: [worked], corrections: [wrong] },
  ],
  'readiness monday': [
    [
      {
        ...{ today: '2026-11-30', day: '2027-10-01', from: 'set', set: rolloutDay, of: 98, readyToday: 46 },
        parts: {
          ...{ ready: 41, 'papers-no': 13, 'papers-unknown': 9, 'people-under-way': 29, 'people-not-begun': 6 },
          'people-unknown': 0,
        },
        urgent: [
          {
            ...{
              kind: 'fill-hold',
              by: '2026-12-02',
              effect: 1,
              services: ['t'],
              hold: 'Ballerup',
              free: 5,
              missing: 4,
            },
            places: [{ name: 'Gentofte', code: '0157' }],
          },
        ],
        since: '2026-11-23',
        changes: { rows: [], totals: { up: 3, down: 1, aside: 0, same: 94 } },
        trend: [{ day: '2026-11-01', ready: 40 }],
        forecast: {
          ...{ by: '2027-10-01', target: 80, chance: 0.3, workedOutAt: '2026-11-30T09:00:00.000Z' },
          people: { low: 70, middle: 79, high: 88 },
          dates: [{ day: '2027-10-01', low: 68, middle: 77, high: 84 }],
        },
        overrides: [],
        answers: {
          ...{ missing: 60, training: 41, free: 33, certificates: 43, expiringServices: 34 },
          ...{ expiringUntil: '2027-11-30', old: 14, neverSeen: 10, knowledgeServices: 24, unanswered: 4 },
          obligation: null,
          guidance: {
            ...{ farPercent: 11, points: 214, pointsWithout: 17, channel: 'citizen-services' },
            ...{ perInhabitants: { per1000: 0.05, why: null }, perFirms: { per1000: null, why: 'no-figure' } },
            ...{ trouble: { solution: 'tastselv', count: 268, of: 812 }, solution: null },
          },
        },
      },
    ],
    {
      ...{ asOf: '2026-11-30', day: '2027-10-01', dayIs: 'set', target: 80 },
      totals: {
        ...{ municipalities: 98, ready: 41, readyToday: 46, papersNotMet: 13, papersUnknown: 9 },
        ...{ peopleUnderWay: 29, peopleNotBegun: 6, peopleUnknown: 0 },
      },
      rows: [
        {
          ...{ kind: 'fill-hold', by: '2026-12-02', effect: 1, places: ['Gentofte'] },
          ...{ hold: 'Ballerup', free: 5, missing: 4 },
        },
      ],
      changes: { since: '2026-11-23', up: 3, down: 1, aside: 0, same: 94, rows: [] },
      trend: [{ day: '2026-11-01', ready: 40 }],
      forecast: {
        ...{ by: '2027-10-01', target: 80, chance: 0.3, people: { low: 70, middle: 79, high: 88 } },
        dates: [{ day: '2027-10-01', low: 68, middle: 77, high: 84 }],
      },
      overrides: [],
      questions: {
        ...{ shortage: { missing: 60, training: 41, free: 33 }, invitations: { unanswered: 4 }, obligations: null },
        expiring: { certificates: 43, services: 34, until: '2027-11-30' },
        knowledge: { old: 14, missing: 10, services: 24 },
        distance: { farPercent: 11, points: 214, pointsWithout: 17 },
        reach: { per1000Inhabitants: 0.05, per1000Firms: null, channel: 'citizen-services' },
        trouble: { solution: 'tastselv', count: 268, of: 812 },
      },
    },
  ],
  'readiness rollout-date': [
    ['2026-11-24', rolloutDay, [rolloutDay]],
    { asOf: '2026-11-24', set: rolloutDay, history: [rolloutDay] },
  ],
  'readiness sign-off show': [
    [
      {
        ...{ wave: { id: 'w', name: 'Bølge 1', opensOn: '2027-03-01' }, waves: [], today: '2026-11-24' },
        before: { ready: 1, undecided: [{ ...undecided, hasOverride: false }] },
        round: {
          ...{ id: 'r', standing: 'open', persons: 2, signedByMe: false, opening: 1 },
          signatures: [{ name: 'Stine', at: '2026-11-24T09:00:00.000Z' }],
          deviations: [{ ...undecided, ...waits }],
          frozen: { asOf: '2027-03-01', ...picture, changed: 0 },
        },
        ended: [refusedRound],
      },
    ],
    {
      ...{ wave: { id: 'w', name: 'Bølge 1', opensOn: '2027-03-01' }, standing: 'open' },
      before: { ready: 1, undecided: [{ ...undecided, hasOverride: false }] },
      round: {
        ...{ id: 'r', persons: 2, opening: 1 },
        signatures: [{ place: 1, name: 'Stine', at: '2026-11-24T09:00:00.000Z' }],
        deviations: [{ ...undecided, ...waits }],
        snapshot: { asOf: '2027-03-01', ...picture, changedSince: 0 },
      },
      ended: [refusedRound],
    },
  ],
  'readiness sign-off': [
    [{ ok: true, opened: 1, notOpened: [{ serviceId: 's', name: 'S', refusal: { reason: 'not-ready' } }] }],
    { ok: true, opened: 1, notOpened: [{ serviceId: 's', name: 'S', reason: 'not-ready' }] },
  ],
  'readiness rollout': [
    [
      {
        asOf: '2026-11-24',
        policyVersion: '1.0',
        waves: [
          {
            ...{ id: 'w', name: 'Bølge 1', opensOn: '2027-03-01', counts: stepCounts, paused: 0 },
            services: [{ ...boardService, codes: ['0657'], pilot: true }],
          },
        ],
        others: [],
      },
    ],
    {
      asOf: '2026-11-24',
      policyVersion: '1.0',
      waves: [
        {
          ...{ id: 'w', name: 'Bølge 1', opensOn: '2027-03-01', paused: 0, counts: stepCounts },
          services: [boardService],
        },
      ],
      noWave: [],
    },
  ],
  'readiness waves': [
    [
      '2026-11-24',
      {
        waves: [{ id: 'w', name: 'Bølge 1', opensOn: '2027-03-01', services: [{ id: 't', name: 'Herning' }] }],
        others: [{ id: 'u', name: 'Horsens' }],
      },
    ],
    {
      asOf: '2026-11-24',
      waves: [{ id: 'w', name: 'Bølge 1', opensOn: '2027-03-01', services: [{ serviceId: 't', name: 'Herning' }] }],
      noWave: [{ serviceId: 'u', name: 'Horsens' }],
    },
  ],
  'readiness trouble': [
    [figures, [{ key: 'moving', title: 'Meld flytning', owner: undefined }]],
    {
      ...{ ...about, question: 9 },
      rows: [{ solution: 'moving', title: 'Meld flytning', owner: null, total: 7, blocked: counts }],
      totals: { from: '2026-08-27', sessions: 9, troubled: 8, blocked: counts },
    },
  ],
  'readiness obligations': [
    [
      {
        ...{ ...about, until: '2027-05-24', next: { key: 'moms-kvartal' }, municipalities: 2 },
        ahead: [{ ...due, title: { da: 'Moms', en: 'VAT' } }],
        areas: [{ key: 'vat', title: { da: 'Moms', en: 'VAT' }, steps: [taught], trained: 1, untrained: [untrained] }],
      },
    ],
    {
      ...{ ...about, question: 6 },
      rows: [{ ...due, title: 'Moms', steps: [taught], municipalitiesTrained: 1 }],
      totals: {
        ...{ until: '2027-05-24', next: 'moms-kvartal', municipalities: 2 },
        areas: [{ area: 'vat', title: 'Moms', covered: true, trained: 1, untrained: [untrained] }],
      },
    },
  ],
  'readiness reach': [
    [figures],
    {
      ...{ ...about, question: 8 },
      rows: [{ code: '0657', name: 'Herning', region: 'Region Midtjylland', ...shownReach }],
      totals: {
        ...{ from: '2026-08-27', sessions: 9, channels: [{ channel: null, sessions: 9 }] },
        regions: [{ region: 'Region Midtjylland', ...shownReach }],
        country: shownReach,
      },
    },
  ],
  'readiness distance': [
    [figures],
    {
      ...{ ...about, question: 7 },
      rows: [{ code: '0657', name: 'Herning', region: 'Region Midtjylland', points: 2, staffedPoints: 0 }],
      totals: {
        ...{ from: '2026-08-27', sessions: 9, distances: [{ distance: 'under-5', sessions: null }] },
        ...{ points: 2, staffedPoints: 0, withoutStaffedPoint: 1 },
      },
    },
  ],
  'readiness forecast': [
    ['2026-11-24', { ok: true, base: forecast, rows: [{ ...row, today: true, onTime: true }], changed: forecast }],
    {
      asOf: '2026-11-24',
      question: 1,
      rows: [row],
      totals: { ...foretold, whatIf: foretold },
    },
  ],
  'readiness export': [
    [{ file: 'a.pdf', snapshot: 'b', asOf: '2026-11-24', sha256: 'c' }],
    { file: 'a.pdf', snapshot: 'b', asOf: '2026-11-24', sha256: 'c' },
  ],
  'readiness snapshot take|list|show': [
    [[snapshot], [frozenRow]],
    {
      snapshots: [snapshot],
      rows: [
        {
          ...{ serviceId: 'tjeneste-0657', name: 'Herning', verdict: 'klar', ...axes, stage: 'i-drift', staffing },
          municipalities: [{ code: '0657', name: 'Herning', region: null }],
          gates: [{ ...gate, reason: 'Der er ingen dokumentation endnu.' }],
        },
      ],
    },
  ],
  'readiness snapshot check': [
    [
      'same',
      snapshot,
      { recomputed: 'ab', unexplained: [], later: [{ ...differing, since: { at: 'b', tables: ['evidence'] } }] },
    ],
    {
      ...{ verdict: 'same', snapshot, recomputed: 'ab', unexplained: [] },
      later: [{ ...differing, since: { at: 'b', tables: ['evidence'] } }],
    },
  ],
  'readiness shortage|expiring|knowledge|invitations|compare': [
    [
      {
        verb: 'shortage',
        asOf: '2026-11-24',
        question: 2,
        rows: [{ ...placed, serviceId: 'tjeneste-0657', required: 3, counted: 0, missing: null, training: 1 }],
        totals: { missing: 0, short: 0, unknown: 1, training: 1, free: 4, holds: [freeSeats] },
      },
    ],
    {
      asOf: '2026-11-24',
      question: 2,
      rows: [{ ...placed, required: 3, counted: null, missing: null, training: 1 }],
      totals: { missing: 0, short: 0, unknown: 1, training: 1, free: 4, holds: [freeSeats] },
    },
  ],
  'readiness policy': [
    [{ ok: true, same: false, version: '2.0', from: '2027-01-01', today: comparison, onDay: comparison }],
    { ok: true, version: '2.0', from: '2027-01-01', today: shownComparison, onDay: shownComparison },
  ],
  'readiness ask': [
    [
      true,
      {
        ok: true,
        preview: {
          letters: [{ personId: 'p', name: 'Kim', service: 'Herning', gates: ['aftale'] }],
          askedLately: [{ service: 'Fanø', gate: 'aftale', askedOn: '2026-11-20' }],
          withoutContact: ['Ærø'],
          text: null,
        },
      },
    ],
    {
      ...{ dryRun: true, ok: true, letters: [{ name: 'Kim', service: 'Herning', gates: ['aftale'] }] },
      ...{ askedLately: [{ service: 'Fanø', gate: 'aftale', askedOn: '2026-11-20' }], withoutContact: ['Ærø'] },
    },
  ],
  'readiness override list': [
    ['2026-11-24', [{ ...override, service: 'Herning' }]],
    { ...about, overrides: [{ ...override, name: 'Herning' }] },
  ],
  'readiness override give|withdraw': [
    [{ ok: false, reason: 'not-an-override', issues: [{ field: 'from', problem: 'missing' }] }],
    { ok: false, reason: 'not-an-override', issues: [{ field: 'from', problem: 'missing' }] },
  ],
  people: [[{ ok: true, personId: 'p' }], { ok: true, personId: 'p' }],
  'people preview': [
    [[{ line: 2, verdict: 'refused', refusal: 'full', wouldBe: 'new' }], effect],
    { rows: [{ line: 2, verdict: 'refused', refusal: 'full', wouldBe: 'new' }], effect },
  ],
  places: [
    [{ ok: false, reason: 'not-a-library', issues: ['number.taken'] }],
    { ok: false, reason: 'not-a-library', issues: ['number.taken'] },
  ],
  'partners list agreements': [['2026-11-24', [agreement]], { asOf: '2026-11-24', agreements: [agreement] }],
  'partners list meetings': [[[{ ...meeting, firstId: 'a', startsAt: null }]], { meetings: [meeting] }],
  'partners list outreach': [
    ['2025-11-24', '2026-11-24', [channel]],
    { from: '2025-11-24', to: '2026-11-24', channels: [channel] },
  ],
  'partners list sessions': [[[{ ...session, firstId: 'a', mine: true }]], { sessions: [session] }],
  'places list': [
    [{ asOf: '2026-11-24', libraries: [{ ...library, code: '0657' }] }],
    { asOf: '2026-11-24', libraries: [{ ...library, municipality: '0657' }] },
  ],
  'places import': [
    [
      [
        {
          kind: 'biblioteker',
          line: 2,
          cells: ['x'],
          about: '765700',
          name: 'H',
          verdict: 'changed',
          changes: ['name'],
        },
        { line: 3, cells: [], about: '1', name: '', verdict: 'refused', refusal: 'contradicts', sameAs: 2 },
      ],
      { new: 0, changed: 1, same: 0, refused: 1 },
      true,
      {
        ...{ asOf: '2026-11-30', same: 97 },
        changed: [
          {
            ...{ serviceId: 's', name: 'Herning', from: 'klar', to: 'ikke-klar', said: {}, direction: 'down' },
            gates: [
              { key: 'bemanding', from: 'opfyldt', to: 'ikke-opfyldt', title: 'Bemanding', said: {}, reason: 'x' },
            ],
          },
        ],
      },
    ],
    {
      ...{ dryRun: true, new: 0, changed: 1, same: 0, refused: 1 },
      rows: [
        { line: 2, about: '765700', verdict: 'changed', changes: ['name'] },
        { line: 3, about: '1', verdict: 'refused', refusal: 'contradicts', sameAs: 2 },
      ],
      readiness: {
        ...{ asOf: '2026-11-30', same: 97 },
        changed: [
          {
            ...{ serviceId: 's', name: 'Herning', from: 'klar', to: 'ikke-klar' },
            gates: [{ key: 'bemanding', from: 'opfyldt', to: 'ikke-opfyldt' }],
          },
        ],
      },
    },
  ],
  'places services': [
    [
      {
        asOf: '2026-11-24',
        services: [
          {
            ...{ id: 's', name: 'S', comes: [{ code: '0615', name: 'Horsens', from: '2027-01-01' }], goes: [] },
            serves: [{ code: '0657', name: 'Herning', since: '2007-01-01' }],
          },
        ],
      },
    ],
    {
      asOf: '2026-11-24',
      services: [
        {
          ...{ id: 's', name: 'S', comes: [{ code: '0615', from: '2027-01-01' }], goes: [] },
          serves: [{ code: '0657', name: 'Herning', since: '2007-01-01' }],
        },
      ],
    },
  ],
  'places serve': [
    [{ ...serving, municipality: 'Horsens', service: 'S', former: 'H' }, true],
    { dryRun: true, ...serving },
  ],
  'places close': [
    [{ ...closing, successor: { number: '765701' } }, true],
    { dryRun: true, ...closing, successor: '765701' },
  ],
  'db migrate': [[['a']], { migrations: ['a'] }],
  'db seed': [[{ people: 1, certificates: 2 }], { people: 1, certificates: 2 }],
  'db seed without a demo': [[true], { places: true }],
  'db backup|restore': [[{ ok: false, reason: 'In use.' }], { ok: false, reason: 'In use.' }],
  'db rebuild': [[{ enrolments: 3, differed: 0 }], { enrolments: 3, differed: 0 }],
  'db check': [[['a problem']], { problems: ['a problem'] }],
  'db stuck': [[[stuck]], { stuck: [stuck] }],
  refused: [['Why?'], { error: 'Why?' }],
};

test.each(Object.entries(samples))('%s --json prints these fields and no other', (name, [given, printed]) => {
  const print = json[name as Name] as (...given: unknown[]) => unknown;
  expect(JSON.parse(JSON.stringify(print(...given.map(withMore))))).toEqual(printed);
});

test('every verb has its fields', () => {
  const names = Object.keys(json).flatMap((name) => {
    const [area, verbs] = name.split(' ') as [string, string?];
    return (verbs ?? '').split('|').map((verb) => `${area} ${verb}`.trim());
  });
  const lines = usage.split('\n').slice(1);
  let area = '';
  const verbs = lines.flatMap((line) => {
    area = /^ {2}(\w+)/.exec(line)?.[1] ?? area;
    const said = line.replace(/^ {2}(\w+)? +/, '').replaceAll(/\[.*?\]|"[^"]*"/g, '');
    return said.split(' | ').map((verb) => `${area} ${/^[\w-]+/.exec(verb.trim())?.[0]}`);
  });
  expect(verbs).toEqual(
    expect.arrayContaining(['db check', 'certificates lift', 'people unblock', 'readiness report']),
  );
  expect(verbs.filter((verb) => !names.includes(verb) && !names.includes(verb.split(' ')[0]!))).toEqual([]);
});

test('no verb prints an object that it did not pick', () => {
  const files = readdirSync('app/toolkit', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && name !== 'json.ts',
  );
  const loose = files.filter((name) =>
    // `json: printed` is what was picked a line above.
    /\bjson: (?!json[.[]|printed\b|unknown|boolean|'json' in)/.test(readFileSync(`app/toolkit/${name}`, 'utf8')),
  );
  expect(loose).toEqual([]);
});
