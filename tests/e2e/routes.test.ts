import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { descriptionOf } from '#app/server/description-of.server.ts';
import { openDatabase } from '#db/open-database.ts';
import { insertSetting } from '#db/queries/setting.ts';
import { unmarkedProse } from '../controls.ts';
import { shippedDraft } from '../shipped-draft.ts';
import { openSite, type Site } from './site.ts';

/**
 * The viewers: nobody, an adviser, another adviser, a course leader, the agency, a contact person of Horsens, an
 * administrator.
 */
const askers = ['nobody', 'Vera', 'Villy', 'Karla', 'Stine', 'Kim', 'Arne'] as const;
type Asker = (typeof askers)[number];
type Answers = readonly [number, number, number, number, number, number, number];

const all = (status: number): Answers => [status, status, status, status, status, status, status];
const advisers: Answers = [302, 200, 200, 403, 403, 403, 403];
const places: Answers = [302, 403, 403, 403, 200, 200, 200];

/** Where no edition is a draft, there is none to read. */
const draft = shippedDraft ? 200 : 404;

/**
 * The stated answer to every address. `:` parts are Vera's enrolment, a hand-in and an appeal of others, Villy's certificate
 * and Herning, so that every cell but the owner's asks for foreign data. `post` sends an empty form.
 */
const table: Record<string, { get: Answers; post?: Answers }> = {
  '/': { get: [200, 302, 302, 302, 302, 302, 302] },
  'sign-in': { get: all(200), post: all(400) },
  'sign-in/code': { get: all(200), post: all(400) },
  'sign-in/demo': { get: all(302), post: all(404) },
  'sign-out': { get: all(302) },
  language: { get: all(302), post: all(302) },
  'confirm-email/:secret': { get: all(404), post: all(404) },
  profile: { get: [302, 200, 200, 200, 200, 200, 200], post: [401, 400, 400, 400, 400, 400, 400] },
  'my-certificate': { get: advisers, post: [401, 409, 409, 403, 403, 403, 403] },
  'my-certificate/course-days.ics': { get: advisers },
  'my-certificate/:number/:language': { get: [302, 404, 200, 200, 200, 404, 200] },
  'my-certificate/:number/:language/:file': { get: [302, 404, 200, 200, 200, 404, 200] },
  courses: { get: all(200), post: [401, 404, 404, 403, 403, 403, 403] },
  'courses/:course': { get: all(200) },
  'courses/:course/sample': { get: all(200) },
  'courses/:course/drafts/:draft': { get: [302, 403, 403, draft, draft, 403, draft] },
  'courses/:course/drafts/:draft/steps/:step': { get: [302, 403, 403, draft, draft, 403, draft] },
  'courses/:course/drafts/:draft/banks/:bank': { get: [302, 403, 403, draft, 403, 403, draft] },
  'seats/:holdId': { get: advisers, post: [401, 400, 400, 403, 403, 403, 403] },
  'enrolments/:enrolmentId/steps/:step': {
    get: [302, 200, 404, 403, 403, 403, 403],
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/questions/:slot': {
    get: [302, 404, 404, 403, 403, 403, 403],
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/questions/:slot/answer': {
    get: all(302),
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/review': {
    get: [302, 404, 404, 403, 403, 403, 403],
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/dialogues/:dialogue': {
    get: [302, 404, 404, 403, 403, 403, 403],
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'course-files/:file': { get: all(404) },
  'enrolments/:enrolmentId/steps/:step/place': { get: all(302), post: [401, 404, 404, 403, 403, 403, 403] },
  'enrolments/:enrolmentId/steps/:step/draft': { get: all(302), post: [401, 404, 404, 403, 403, 403, 403] },
  'submissions/:submissionId/files/:sha256': { get: [302, 404, 404, 404, 404, 404, 404] },
  'enrolments/:enrolmentId/steps/:step/note': {
    get: [302, 404, 404, 403, 403, 403, 403],
    post: [401, 404, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/rating': {
    get: [302, 200, 404, 403, 403, 403, 403],
    post: [401, 400, 404, 403, 403, 403, 403],
  },
  'enrolments/:enrolmentId/steps/:step/bookmark': { get: all(302), post: [401, 404, 404, 403, 403, 403, 403] },
  'my-notes': { get: advisers },
  'my-letters': { get: [302, 200, 200, 200, 200, 200, 200] },
  practice: { get: advisers, post: [401, 404, 404, 403, 403, 403, 403] },
  // Villy practises in the demo, Vera does not.
  'practice/ask': { get: [302, 302, 200, 403, 403, 403, 403], post: [401, 302, 404, 403, 403, 403, 403] },
  'practice/answer': { get: all(302), post: [401, 409, 404, 403, 403, 403, 403] },
  offline: { get: advisers },
  'offline/kept': { get: advisers },
  guidance: { get: advisers, post: [401, 400, 400, 403, 403, 403, 403] },
  'guidance/own.csv': { get: advisers },
  grading: { get: [302, 403, 403, 200, 403, 403, 403] },
  'grading/:submissionId': { get: [302, 403, 403, 200, 403, 403, 403], post: [401, 403, 403, 409, 403, 403, 403] },
  'appeals/:appealId': { get: [302, 403, 403, 200, 403, 403, 403], post: [401, 403, 403, 409, 403, 403, 403] },
  holds: { get: [302, 403, 403, 200, 403, 403, 200], post: [401, 403, 403, 400, 403, 403, 400] },
  'holds/:holdId': { get: [302, 403, 403, 200, 403, 403, 200], post: [401, 403, 403, 400, 403, 403, 400] },
  'holds/:holdId/days/:courseDayId': {
    get: [302, 403, 403, 200, 403, 403, 200],
    post: [401, 403, 403, 400, 403, 403, 400],
  },
  'holds/:holdId/import': { get: [302, 403, 403, 200, 403, 403, 200], post: [401, 403, 403, 400, 403, 403, 400] },
  'holds/:holdId/import/refused.csv': {
    get: [302, 403, 403, 302, 403, 403, 302],
    post: [401, 403, 403, 404, 403, 403, 404],
  },
  'holds/:holdId/import/template.csv': { get: [302, 403, 403, 200, 403, 403, 200] },
  'holds/:holdId/people.csv': { get: [302, 403, 403, 200, 403, 403, 200] },
  'holds/:holdId/questions': { get: [302, 403, 403, 200, 403, 403, 200] },
  'holds/:holdId/ratings': { get: [302, 403, 403, 200, 403, 403, 200] },
  'holds/editions/:course': { get: [302, 403, 403, 200, 403, 403, 200], post: [401, 403, 403, 400, 403, 403, 400] },
  'holds/:holdId/edition': { get: [302, 403, 403, 200, 403, 403, 200], post: [401, 403, 403, 400, 403, 403, 400] },
  'holds/:holdId/certificates': {
    get: [302, 403, 403, 200, 200, 403, 200],
    post: [401, 403, 403, 400, 400, 403, 400],
  },
  'holds/:holdId/people/:enrolmentId': {
    get: [302, 403, 403, 200, 403, 403, 200],
    post: [401, 403, 403, 404, 403, 403, 404],
  },
  rollout: { get: places },
  'rollout/waves/:waveId': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'rollout/waves/:waveId/sign-off': {
    get: [302, 403, 403, 403, 200, 403, 200],
    post: [401, 403, 403, 403, 404, 403, 404],
  },
  'rollout/invitations/letters.pdf': { get: [302, 403, 403, 403, 200, 403, 200] },
  'rollout/invitations': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'answer/:secret': { get: all(404), post: all(404) },
  'readiness/report': {
    get: [302, 403, 403, 403, 200, 403, 200],
    post: [401, 403, 403, 403, 400, 403, 400],
  },
  'readiness/reports/:snapshotId/table.csv': { get: [302, 403, 403, 403, 404, 403, 404] },
  'readiness/reports/:snapshotId/:language': { get: [302, 403, 403, 403, 404, 403, 404] },
  'r/:code': { get: all(404) },
  monday: { get: places, post: [401, 403, 403, 403, 400, 403, 400] },
  readiness: { get: places },
  'readiness/map': { get: places },
  'readiness/figures': { get: places },
  'readiness/compare': { get: places },
  'readiness/map.svg': { get: places },
  'readiness/map.png': { get: places },
  'readiness/map.csv': { get: places },
  'readiness/outlines.svg': { get: places },
  'readiness/table.csv': { get: places },
  'readiness/questions/:question': { get: places },
  'readiness/questions/:question/table.csv': { get: places },
  'readiness/overrides': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'readiness/ask': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'readiness/policy': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'readiness/to-confirm': { get: [302, 403, 403, 403, 200, 403, 200] },
  'evidence/:evidenceId': { get: [302, 403, 403, 403, 200, 404, 200], post: [401, 403, 403, 403, 400, 404, 400] },
  'evidence/:evidenceId/document': { get: [302, 403, 403, 403, 200, 404, 200] },
  forecast: { get: [302, 403, 403, 403, 200, 403, 200] },
  'municipalities/:code': { get: [302, 403, 403, 403, 200, 404, 200], post: [401, 403, 403, 403, 404, 403, 404] },
  obligations: { get: places },
  'obligations/table.csv': { get: places },
  'guidance-log': { get: places },
  'guidance-log/trouble.csv': { get: places },
  'guidance-log/:solution': { get: places },
  partners: { get: places, post: [401, 403, 403, 403, 400, 400, 400] },
  'partners/agreements/:agreementId': {
    get: [302, 403, 403, 403, 200, 404, 200],
    post: [401, 403, 403, 403, 400, 404, 400],
  },
  'partners/agreements/:agreementId/document': { get: [302, 403, 403, 403, 200, 404, 200] },
  'partners/outreach/:outreachId': {
    get: [302, 403, 403, 403, 200, 404, 200],
    post: [401, 403, 403, 403, 400, 404, 400],
  },
  'partners/outreach/:outreachId/file': { get: [302, 403, 403, 403, 200, 404, 200] },
  'partners/network': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'partners/messages/:messageId': { get: [302, 403, 403, 403, 200, 403, 200] },
  'partners/sessions.ics': { get: places },
  'partners/sessions/:sessionId': { get: places, post: [401, 403, 403, 403, 400, 404, 400] },
  'partners/meetings.ics': { get: places },
  'partners/meetings/:meetingId': {
    get: [302, 403, 403, 403, 200, 404, 200],
    post: [401, 403, 403, 403, 400, 404, 400],
  },
  places: { get: [302, 403, 403, 403, 200, 403, 200] },
  'places/new': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'places/import': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'places/import/refused.csv': {
    get: [302, 403, 403, 403, 302, 403, 302],
    post: [401, 403, 403, 403, 404, 403, 404],
  },
  'places/import/template.csv': { get: [302, 403, 403, 403, 200, 403, 200] },
  'places/serving': { get: [302, 403, 403, 403, 200, 403, 200] },
  'places/serving/:code': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'places/:library': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'places/:library/close': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'help-points': { get: places },
  'help-points/:serviceId': { get: [302, 403, 403, 403, 200, 404, 200], post: [401, 403, 403, 403, 400, 404, 400] },
  certificates: { get: [302, 403, 403, 200, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  'certificates/table.csv': { get: [302, 403, 403, 200, 200, 403, 200] },
  'certificates/:number': { get: [302, 403, 403, 200, 200, 403, 200], post: [401, 403, 403, 403, 400, 403, 400] },
  people: { get: [302, 403, 403, 403, 403, 403, 200], post: [401, 403, 403, 403, 403, 403, 400] },
  'people/:personId': { get: [302, 403, 403, 403, 403, 403, 200], post: [401, 403, 403, 403, 403, 403, 404] },
  'people/:personId/work': { get: [302, 403, 403, 403, 200, 404, 200], post: [401, 403, 403, 403, 404, 404, 404] },
  lookups: { get: [302, 403, 403, 403, 403, 403, 200] },
  'people/join': { get: [302, 403, 403, 403, 200, 403, 200], post: [401, 403, 403, 403, 409, 403, 409] },
  operations: { get: [302, 403, 403, 403, 403, 403, 200] },
  search: { get: [302, 200, 200, 200, 200, 200, 200] },
  glossary: { get: all(200) },
  'find-help': { get: all(200) },
  'find-help/map.svg': { get: all(200) },
  'open-data': { get: all(200) },
  'open-data/:file': { get: all(200) },
  check: { get: all(200), post: all(400) },
  'v/:code': { get: all(200), post: all(400) },
  'achievements/:course/:edition': { get: all(200) },
  'achievements/:course/:edition/achievement.json': { get: all(200) },
  'achievements/:course/:edition/badge.svg': { get: all(200) },
  'status/:purpose/:list': { get: all(200) },
  '.well-known/did.json': { get: all(200) },
  '.well-known/certificate-signers.json': { get: all(200) },
  help: { get: all(200) },
  privacy: { get: all(200) },
  accessibility: { get: all(200) },
  contact: { get: all(200) },
  '*': { get: all(404) },
};

let site: Site;
let cookies: Record<Asker, string>;
let parts: Record<string, string>;

beforeAll(async () => {
  site = await openSite();
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const named = await db
    .selectFrom('person')
    .innerJoin('person_name', 'person_name.person_id', 'person.id')
    .select(['person.id', 'person_name.given_name'])
    .where('demo', '=', 1)
    .execute();
  const idOf = (name: string) => named.find(({ given_name }) => given_name === name)!.id;
  const enrolment = await db
    .selectFrom('enrolment')
    .select(['id', 'hold_id'])
    .where('person_id', '=', idOf('Vera'))
    .executeTakeFirstOrThrow();
  const certificate = await db
    .selectFrom('certificate')
    .select(['number', 'verify_code', 'course', 'edition'])
    .where('person_id', '=', idOf('Villy'))
    .executeTakeFirstOrThrow();
  const submission = await db
    .selectFrom('submission')
    .select('id')
    .where('state', '=', 'handed-in')
    .executeTakeFirstOrThrow();
  const courseDay = await db
    .selectFrom('course_day')
    .select('id')
    .where('hold_id', '=', enrolment.hold_id)
    .executeTakeFirstOrThrow();
  const appeal = await db.selectFrom('appeal').select('id').where('assessor_id', 'is', null).executeTakeFirstOrThrow();
  const agreement = await db
    .selectFrom('agreement')
    .select('id')
    .where('service_id', 'is', null)
    .executeTakeFirstOrThrow();
  const meeting = await db.selectFrom('meeting').select('id').where('service_id', 'is', null).executeTakeFirstOrThrow();
  const outreach = await db
    .selectFrom('outreach')
    .select('id')
    .where('document', 'is not', null)
    .where('service_id', '=', 'tjeneste-0657')
    .executeTakeFirstOrThrow();
  const evidence = await db
    .selectFrom('evidence')
    .select('id')
    .where('document', 'is not', null)
    .where('service_id', '=', 'tjeneste-0230')
    .executeTakeFirstOrThrow();
  const message = await db.selectFrom('network_message').select('id').executeTakeFirstOrThrow();
  const session = await db.selectFrom('peer_session').select('id').executeTakeFirstOrThrow();
  const wave = await db.selectFrom('wave').select('first_id').where('name', '=', 'Bølge 1').executeTakeFirstOrThrow();
  await close();
  parts = {
    waveId: wave.first_id,
    sessionId: session.id,
    messageId: message.id,
    evidenceId: evidence.id,
    outreachId: outreach.id,
    meetingId: meeting.id,
    agreementId: agreement.id,
    appealId: appeal.id,
    courseDayId: courseDay.id,
    personId: idOf('Villy'),
    enrolmentId: enrolment.id,
    step: 'm1',
    solution: 'tastselv-erhverv',
    question: 'shortage',
    slot: '1',
    submissionId: submission.id,
    sha256: '0'.repeat(64),
    holdId: enrolment.hold_id,
    number: certificate.number,
    language: 'da',
    code: '0657',
    library: '765700',
    file: 'open-badge.json',
    course: certificate.course,
    edition: certificate.edition,
    draft: shippedDraft ?? 'none',
    bank: 'm1',
    purpose: 'revocation',
    list: '1',
    secret: 'none',
    serviceId: 'tjeneste-0657',
    '*': 'findes-ikke',
  };
  const signIn = async (name: string) => {
    const answer = await send('POST', '/sign-in/demo', '', { person: idOf(name) });
    return answer.headers.getSetCookie()[0]!.split(';')[0]!;
  };
  cookies = {
    nobody: '',
    Vera: await signIn('Vera'),
    Villy: await signIn('Villy'),
    Karla: await signIn('Karla'),
    Stine: await signIn('Stine'),
    Kim: await signIn('Kim'),
    Arne: await signIn('Arne'),
  };
  // The code of the check page is not the code of the municipality.
  parts['open-data/:file'] = 'steder.csv';
  parts['v/:code'] = certificate.verify_code;
});
afterAll(() => site.stop());

function send(
  method: string,
  path: string,
  cookie: string,
  form?: Record<string, string>,
  origin = site.url,
): Promise<Response> {
  return fetch(site.url + path, {
    method,
    redirect: 'manual',
    headers: { cookie, origin, 'sec-fetch-site': 'same-origin' },
    ...(form && { body: new URLSearchParams(form) }),
  });
}

/** The text of a page is escaped, so the parser of attributes must not be fooled by an apostrophe. */
const descriptionIn = (html: string) =>
  /<meta name="description" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/** A route may have a value of its own for what another route calls by the same name. */
const addressOf = (route: string) =>
  `/${route === '/' ? '' : route.replace(/:(\w+)|\*/g, (sign, name) => parts[route] ?? parts[name ?? sign]!)}`;

describe('every route', () => {
  test('is in the table of roles', () => {
    const known = (routes as { path?: string; index?: boolean }[]).map(({ path, index }) => (index ? '/' : path!));
    expect(Object.keys(table).sort()).toEqual(known.sort());
  });

  test.each(Object.entries(table))('%s answers each role as stated', async (route, { get, post }) => {
    const path = addressOf(route);
    const answers = async (method: 'GET' | 'POST') =>
      Promise.all(
        askers.map(async (asker) => {
          const answer = await send(method, path, cookies[asker], method === 'POST' ? { nothing: '1' } : undefined);
          const text = await answer.text();
          expect(unmarkedProse(text), `prose that a form of ${path} would lose`).toEqual([]);
          if (answer.status === 200 && /html/.test(answer.headers.get('content-type') ?? ''))
            expect(descriptionIn(text), `what ${path} is for`).toBe(descriptionOf(path, 'da'));
          return [asker, answer.status] as const;
        }),
      );
    const stated = (numbers: Answers) => askers.map((asker, at) => [asker, numbers[at]]);
    expect(await answers('GET'), `GET ${path}`).toEqual(stated(get));
    if (post) expect(await answers('POST'), `POST ${path}`).toEqual(stated(post));
  });

  test.each(Object.entries(table).filter(([, { post }]) => post))(
    '%s refuses a form from another site',
    async (route) => {
      const answer = await send('POST', addressOf(route), cookies.Arne, { nothing: '1' }, 'https://evil.example');
      expect(answer.status).toBe(403);
    },
  );
});

test('every page is read while another process writes for long, and a form is told to come back', async () => {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  let letGo = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  let begun = () => {};
  const writes = new Promise<void>((go) => {
    begun = go;
  });
  const writing = db.transaction().execute(async (trx) => {
    await insertSetting(trx, 'held', '', '2026-01-01T00:00:00.000Z');
    begun();
    await held;
  });
  await writes;
  for (const [route, { get }] of Object.entries(table))
    for (const [at, asker] of askers.entries()) {
      const answer = await send('GET', addressOf(route), cookies[asker]);
      expect([route, asker, answer.status]).toEqual([route, asker, get[at]]);
    }
  const refused = await send('POST', '/sign-in', '', { email: 'vera@bibliotek.example' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.text()).toContain('Har du sendt noget, er det ikke gemt');
  letGo();
  await writing;
  await close();
});

test('a page that needs sign-in sends the visitor to sign in and back, and never to another site', async () => {
  expect((await send('GET', '/readiness?asOf=2026-01-01', '')).headers.get('location')).toBe(
    '/sign-in?next=%2Freadiness%3FasOf%3D2026-01-01',
  );
  const away = await send('POST', '/language', '', { next: '//evil.example', language: 'en' });
  expect(away.headers.get('location')).toBe('/');
});

test('a question whose number is not a number answers 404', async () => {
  const quiz = `/enrolments/${parts.enrolmentId}/steps/m2-test/questions`;
  for (const slot of ['abc', '1.5', '-1', '0', '1e1', '99999999999'])
    for (const path of [`${quiz}/${slot}`, `${quiz}/${slot}/answer`])
      expect((await send('POST', path, cookies.Vera!, { attempt: parts.enrolmentId!, answer: 'a' })).status).toBe(404);
});

test('a draft that is saved after the hand-in is not handed in, and its text stays on the page', async () => {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const work = await db
    .selectFrom('submission')
    .innerJoin('enrolment', 'enrolment.id', 'submission.enrolment_id')
    .select(['submission.step', 'submission.text', 'enrolment.id', 'enrolment.person_id'])
    .where('submission.state', '=', 'handed-in')
    .executeTakeFirstOrThrow();
  await db.updateTable('person').set({ demo: 1 }).where('id', '=', work.person_id).execute();
  await close();
  const person = await send('POST', '/sign-in/demo', '', { person: work.person_id });
  const cookie = person.headers.getSetCookie()[0]!.split(';')[0]!;
  const handIn = (text: string) =>
    send('POST', `/enrolments/${work.id}/steps/${work.step}`, cookie, { intent: 'hand-in', text });
  expect((await handIn(work.text)).status).toBe(302);
  const late = await handIn('Skrevet i den anden fane');
  expect(late.status).toBe(409);
  expect(await late.text()).toMatch(/<textarea[^>]*>Skrevet i den anden fane<\/textarea>/);
});

test('signing out ends the session even for somebody who kept the cookie', async () => {
  expect((await send('GET', '/profile', cookies.Kim)).status).toBe(200);
  expect((await send('POST', '/sign-out', cookies.Kim, {})).status).toBe(302);
  expect((await send('GET', '/profile', cookies.Kim)).status).toBe(302);
});

test('the headers of pages reveal nothing about the server and forbid scripts of others', async () => {
  const { headers } = await send('GET', '/', '');
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect((await send('GET', '/profile', cookies.Vera)).headers.get('cache-control')).toBe('private, no-store');
});

test('every link of an agency page carries the chosen day to the next page', async () => {
  const asOf = 'asOf=2026-06-01';
  const hrefs = async (path: string) =>
    [...(await (await send('GET', path, cookies.Stine)).text()).matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(
      ([, to]) => to!,
    );
  const country = await hrefs(`/readiness?${asOf}`);
  // The outlines do not depend on the day, and what waits, is asked, excepted or ruled is a matter of today.
  const ofToday = /^\/readiness\/(outlines|to-confirm|ask|overrides|policy)/;
  const ofADay = (to: string) => /^\/(readiness\/|municipalities\/)/.test(to) && !ofToday.test(to);
  expect(country.filter(ofADay).length).toBeGreaterThanOrEqual(100);
  expect(country.filter((to) => ofADay(to) && !to.includes(asOf))).toEqual([]);
  const place = await hrefs(`/municipalities/0657?${asOf}`);
  expect(place.filter((to) => to.startsWith('/readiness')).length).toBeGreaterThan(0);
  expect(place.filter((to) => to.startsWith('/readiness') && !ofToday.test(to) && !to.includes(asOf))).toEqual([]);
  const search = await hrefs(`/search?find=herning&${asOf}`);
  expect(search.filter(ofADay)).toEqual([`/municipalities/0657?${asOf}`]);
});

test('a certificate that can be renewed says so to its holder and to whoever checks it', async () => {
  const { db, close } = openDatabase({ dataDir: site.dataDir });
  const { number, verify_code: code } = await db
    .selectFrom('certificate')
    .select(['number', 'verify_code'])
    .where('number', '=', parts.number!)
    .executeTakeFirstOrThrow();
  const ends = (days: number) =>
    db
      .updateTable('certificate')
      .set({ valid_until: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) })
      .where('number', '=', number)
      .execute();
  const page = async (path: string, cookie: string) => (await send('GET', path, cookie)).text();
  await ends(400);
  expect(await page(`/v/${code}`, '')).not.toContain('kan fornyes');
  expect(await page('/my-certificate', cookies.Villy)).not.toContain('kan fornyes');
  await ends(30);
  await close();
  for (const [path, cookie, said] of [
    [`/v/${code}`, '', /og kan fornyes/],
    [`/v/${code}`, 'language=en', /can be renewed/],
    ['/my-certificate', cookies.Villy, /gyldigt, kan fornyes/],
  ] as const)
    expect(await page(path, cookie), path).toMatch(said);
});

test('no page with a question carries its key', async () => {
  const page = await (await send('GET', `/enrolments/${parts.enrolmentId}/steps/m2-test`, cookies.Vera)).text();
  expect(page).not.toMatch(/feedback/);
});

test('the drawing of a course is once in a document, and is also in data that is fetched alone', async () => {
  const read = async (path: string) => (await send('GET', path, cookies.Vera)).text();
  const [document, data] = [await read('/my-certificate'), await read('/my-certificate.data')];
  const lists = (text: string) => text.split('line space-6').length - 1;
  expect([lists(document), lists(data)]).toEqual([1, 1]);
  expect(document).toMatch(/<div id="way"><svg class="way"/);
});
