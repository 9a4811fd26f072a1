import { addDays, addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import municipalities from '#db/places/municipalities.json';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { moveAffiliation } from '#db/queries/person.ts';
import { findSetting, insertSetting } from '#db/queries/setting.ts';
import type { World } from '../platform/world.server.ts';
import { releaseName } from '../use-cases/certificates/release-name.server.ts';
import { revokeCertificate } from '../use-cases/certificates/revoke-certificate.server.ts';
import { guidanceOutcomes, guidanceReasons, logGuidance } from '../use-cases/guidance/log-guidance.server.ts';
import { addLeader } from '../use-cases/holds/add-leader.server.ts';
import { createHold } from '../use-cases/holds/create-hold.server.ts';
import { decideRequest } from '../use-cases/holds/decide-request.server.ts';
import { requestSeat } from '../use-cases/holds/request-seat.server.ts';
import { startCourse } from '../use-cases/learning/start-course.server.ts';
import { startQuiz } from '../use-cases/learning/start-quiz.server.ts';
import { withdraw } from '../use-cases/learning/withdraw.server.ts';
import { addPerson } from '../use-cases/people/add-person.server.ts';
import { seeProfile } from '../use-cases/people/see-profile.server.ts';
import { serviceIdOf, setUpPlaces } from '../use-cases/places/set-up-places.server.ts';
import { recordEvidence } from '../use-cases/readiness/record-evidence.server.ts';
import { recordRollout } from '../use-cases/readiness/record-rollout.server.ts';
import type { Role, Viewer } from '../use-cases/viewer.ts';
import {
  type Clock,
  claim,
  grade,
  handIn,
  type Learner,
  must,
  nextStep,
  type Staff,
  takeQuiz,
  walkTo,
  worldThrough,
} from './learner.ts';
import { givenNames, namedPeople, type Story, stories } from './people.ts';

type Cast = {
  world: World;
  today: string;
  edition: string;
  course: string;
  leaders: Viewer[];
  agency: Viewer;
  holds: { old: string; now: string; full: string };
  random: () => number;
};
type Size = 'small' | 'whole';

const hour = 3_600_000;
const day = 24 * hour;

/** Marks an empty database as a demo; one with people in it never becomes one. */
export async function markAsDemo(world: World): Promise<boolean> {
  const anybody = await world.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (anybody || (await findSetting(world.db, 'demo'))) return false;
  await insertSetting(world.db, 'demo', '1', world.now());
  return true;
}

/**
 * Fills a marked database by running the use cases through time: nothing is written that they would refuse.
 * `small` is the named people and the forty stories; `whole` adds advisers all over the country.
 */
export async function seedDemo(world: World, size: Size): Promise<{ people: number; certificates: number }> {
  if ((await findSetting(world.db, 'demo')) !== '1')
    throw new Error('Only a database that is marked as demo is filled with invented people.');
  const cast = await gather(world);
  await playNamed(cast);
  for (const [at, story] of stories.entries())
    await play(cast, story, { givenName: `${givenNames[(at * 3) % givenNames.length]}`, code: codeAt(at * 7) });
  // A second round of the common ones makes forty.
  for (const [at, story] of (
    [
      'certified',
      'quiz-open',
      'handed-in',
      'started',
      'certified',
      'certified',
      'requested',
      'handed-in',
      'certified',
      'enrolled',
    ] as Story[]
  ).entries()) {
    await play(cast, story, {
      givenName: `${givenNames[(at * 5 + 1) % givenNames.length]}`,
      code: codeAt(at * 11 + 3),
    });
  }
  if (size === 'whole') await playTheRest(cast);
  await tellTheCountry(cast, size);
  const count = async (table: 'person' | 'certificate') =>
    Number(
      (
        await world.db
          .selectFrom(table)
          .select((each) => each.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return { people: await count('person'), certificates: await count('certificate') };
}

const codeAt = (at: number) => municipalities[at % municipalities.length]!.code;
const libraryIn = (code: string) => municipalities.find((each) => each.code === code)!.libraryNumber;

async function gather(world: World): Promise<Cast> {
  const today = dayOf(world.now());
  const edition = world.catalogue.editions.at(-1)!.course;
  const began = worldThrough(world, `${addMonths(today, -30)}T07:00:00.000Z`).world;
  await setUpPlaces(began);
  const viewers = new Map<string, Viewer>();
  for (const person of namedPeople) {
    const library = person.municipality && libraryIn(person.municipality);
    viewers.set(
      person.key,
      await join(began, {
        givenName: person.givenName,
        roles: [...person.roles],
        work: person.work,
        demo: true,
        ...(library && { library }),
      }),
    );
  }
  const leaders = [
    viewers.get('karla')!,
    viewers.get('klaus')!,
    await join(began, { givenName: 'Kirsten', roles: ['course-leader'], work: 'course-leader' }),
  ];
  const agency = viewers.get('stine')!;
  const hold = async (name: string, months: [number, number], seats: number, at: World) => {
    const made = await createHold(at, leaders[0]!, {
      name,
      course: edition.id,
      edition: edition.edition,
      startsOn: addMonths(today, months[0]),
      endsOn: addMonths(today, months[1]),
      seats,
      selfEnrol: true,
      courseDay: { heldOn: addMonths(today, months[0] + 1), startsAt: '09:00', place: 'Odense Bibliotek' },
    });
    if (!made.ok) throw new Error('The hold was refused.');
    for (const leader of leaders.slice(1))
      must(await addLeader(at, leaders[0]!, { holdId: made.holdId, email: await emailOf(at, leader) }));
    return made.holdId;
  };
  const holds = {
    old: await hold('Hele landet, første hold', [-29, 2], 500, began),
    now: await hold('Midtjylland, dette halvår', [-3, 4], 60, began),
    full: await hold('Fyn, fuldt hold', [-2, 5], 1, began),
  };
  return {
    world,
    today,
    edition: edition.edition,
    course: edition.id,
    leaders,
    agency,
    holds,
    random: seeded(20261124),
  };
}

async function join(
  world: World,
  person: { givenName: string; roles: Role[]; work: string; demo?: boolean; library?: string },
): Promise<Viewer> {
  const added = await addPerson(world, null, {
    givenName: person.givenName,
    familyName: 'Eksempel',
    email: `${slug(person.givenName)}-${world.newId().slice(-6)}@bibliotek.example`,
    roles: person.roles,
    work: person.work,
    demo: person.demo ?? false,
    ...(person.library && { library: person.library }),
  });
  if (!added.ok) throw new Error(`${person.givenName} was refused: ${added.reason}`);
  const serviceId = person.library
    ? ((
        await world.db
          .selectFrom('library')
          .select('service_id')
          .where('number', '=', person.library)
          .executeTakeFirst()
      )?.service_id ?? null)
    : null;
  const grants = person.roles.map((role) => ({ role, serviceId: role === 'contact-person' ? serviceId : null }));
  return { personId: added.personId, name: `${person.givenName} Eksempel`, language: 'da', grants, sessionKey: '' };
}

/** The address somebody was registered with. */
async function emailOf(world: World, viewer: Viewer): Promise<string> {
  return (await seeProfile(world, viewer)).email ?? '';
}

const slug = (name: string) =>
  name.toLowerCase().replaceAll(' ', '.').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');

/** A seat on a hold, given the same day. */
async function enrol(clock: Clock, cast: Cast, viewer: Viewer, holdId: string): Promise<Learner> {
  const asked = await requestSeat(clock.world, viewer, { holdId });
  if (!asked.ok) throw new Error(`No seat for ${viewer.name}: ${asked.reason}`);
  clock.pass(3 * hour);
  must(await decideRequest(clock.world, cast.leaders[0]!, { enrolmentId: asked.enrolmentId, decision: 'approve' }));
  return { viewer, enrolmentId: asked.enrolmentId };
}

async function begin(clock: Clock, cast: Cast, viewer: Viewer, holdId: string): Promise<Learner> {
  const learner = await enrol(clock, cast, viewer, holdId);
  clock.pass(day);
  must(await startCourse(clock.world, viewer, { enrolmentId: learner.enrolmentId }));
  return learner;
}

const clockAt = ({ world, today }: Cast, daysAgo: number) =>
  worldThrough(world, `${addDays(today, -daysAgo)}T08:${String(daysAgo % 60).padStart(2, '0')}:00.000Z`);
const staffOf = ({ leaders }: Cast): Staff => ({ leaders });

async function playNamed(cast: Cast): Promise<void> {
  const find = async (givenName: string): Promise<Viewer> => {
    const row = await cast.world.db
      .selectFrom('person')
      .innerJoin('person_name', 'person_name.person_id', 'person.id')
      .select('person.id')
      .where('person_name.given_name', '=', givenName)
      .where('person.demo', '=', 1)
      .executeTakeFirstOrThrow();
    return {
      personId: row.id,
      name: `${givenName} Eksempel`,
      language: 'da',
      grants: [{ role: 'adviser', serviceId: null }],
      sessionKey: '',
    };
  };
  const vera = clockAt(cast, 20);
  const learner = await begin(vera, cast, await find('Vera'), cast.holds.now);
  await walkTo(vera, learner, staffOf(cast), 'm2-test');
  const months = cast.world.catalogue.find(cast.course, cast.edition)!.course.validity.months;
  const long = Math.round((months * 365.25) / 12) - 45;
  const villy = clockAt(cast, long);
  await walkTo(villy, await begin(villy, cast, await find('Villy'), cast.holds.old), staffOf(cast));
}

/** One adviser's story, told by the use cases. */
async function play(cast: Cast, story: Story, who: { givenName: string; code: string }): Promise<void> {
  const months = cast.world.catalogue.find(cast.course, cast.edition)!.course.validity.months;
  const validDays = Math.round((months * 365.25) / 12);
  const staff = staffOf(cast);
  const start = async (daysAgo: number, hold = cast.holds.now) => {
    const clock = clockAt(cast, daysAgo);
    const viewer = await join(clock.world, {
      givenName: who.givenName,
      roles: ['adviser'],
      work: 'adviser',
      library: libraryIn(who.code),
    });
    clock.pass(hour);
    return { clock, viewer, hold };
  };
  const started = async (daysAgo: number, hold = cast.holds.now) => {
    const { clock, viewer } = await start(daysAgo, hold);
    return { clock, viewer, learner: await begin(clock, cast, viewer, hold) };
  };
  const practical = cast.world.catalogue
    .find(cast.course, cast.edition)!
    .course.steps.find(({ kind }) => kind === 'practical')!.id;
  const quiz = cast.world.catalogue
    .find(cast.course, cast.edition)!
    .course.steps.find(({ kind }) => kind === 'quiz')!.id;
  const certified = async (daysAgo: number) => {
    const made = await started(daysAgo, cast.holds.old);
    await walkTo(made.clock, made.learner, staff);
    const [certificate] = await listCertificatesOf(cast.world.db, made.viewer.personId);
    return { ...made, number: certificate!.number };
  };
  switch (story) {
    case 'requested': {
      const { clock, viewer } = await start(2);
      must(await requestSeat(clock.world, viewer, { holdId: cast.holds.now }));
      return;
    }
    case 'waitlisted':
    case 'declined': {
      const { clock, viewer } = await start(6);
      const asked = await requestSeat(clock.world, viewer, { holdId: cast.holds.full });
      must(asked);
      clock.pass(day);
      if (asked.ok)
        must(
          await decideRequest(clock.world, cast.leaders[0]!, {
            enrolmentId: asked.enrolmentId,
            decision: story === 'waitlisted' ? 'waitlist' : 'decline',
          }),
        );
      return;
    }
    case 'enrolled': {
      const { clock, viewer } = await start(3);
      await enrol(clock, cast, viewer, cast.holds.now);
      return;
    }
    case 'started':
      await started(5);
      return;
    case 'quiet':
      await started(33);
      return;
    case 'reading':
    case 'quiz-open': {
      const { clock, learner } = await started(9);
      await walkTo(clock, learner, staff, story === 'reading' ? 'm2' : quiz);
      return;
    }
    case 'handed-in':
    case 'in-review': {
      const { clock, learner } = await started(8);
      await walkTo(clock, learner, staff, practical);
      clock.pass(hour);
      await handIn(clock, learner, practical);
      if (story === 'in-review')
        await claim(clock, [...cast.leaders].reverse(), (await latest(cast, learner, practical)).id);
      return;
    }
    case 'returned':
    case 'returned-and-accepted':
    case 'rejected':
    case 'rejected-twice-then-accepted':
    case 'exhausted-practical': {
      const { clock, learner } = await started(24);
      await walkTo(clock, learner, staff, practical);
      const decisions = {
        returned: ['returned'],
        'returned-and-accepted': ['returned', 'accepted'],
        rejected: ['rejected'],
        'rejected-twice-then-accepted': ['rejected', 'rejected', 'accepted'],
        'exhausted-practical': ['rejected', 'rejected', 'rejected'],
      } as const;
      for (const decision of decisions[story]) {
        clock.pass(day);
        await handIn(clock, learner, practical);
        await grade(
          clock,
          learner,
          staff,
          practical,
          decision,
          'Sedlen har for mange trin. Del den i to, og skriv, hvor borgeren klikker.',
        );
      }
      return;
    }
    case 'quiz-under-way': {
      const { clock, learner } = await started(10);
      await walkTo(clock, learner, staff, quiz);
      clock.to(new Date(Date.parse(cast.world.now()) - 60_000).toISOString());
      must(await startQuiz(clock.world, learner.viewer, { enrolmentId: learner.enrolmentId, step: quiz }));
      return;
    }
    case 'cooling': {
      const { clock, learner } = await started(10);
      await walkTo(clock, learner, staff, quiz);
      clock.to(new Date(Date.parse(cast.world.now()) - 3 * hour).toISOString());
      await takeQuiz(clock, learner, quiz, 0.5);
      return;
    }
    case 'passed-second-try': {
      const { clock, learner } = await started(20);
      await walkTo(clock, learner, staff, quiz);
      await takeQuiz(clock, learner, quiz, 0.5);
      await walkTo(clock, learner, staff);
      return;
    }
    case 'exhausted-quiz': {
      const { clock, learner } = await started(30);
      await walkTo(clock, learner, staff, quiz);
      for (let tries = 0; (await nextStep(clock, learner))?.step === quiz && tries < 9; tries++) {
        clock.pass(2 * day);
        await takeQuiz(clock, learner, quiz, 0.25);
      }
      return;
    }
    case 'withdrawn': {
      const { clock, learner } = await started(15);
      clock.pass(day);
      must(await withdraw(clock.world, learner.viewer, { enrolmentId: learner.enrolmentId }));
      return;
    }
    case 'certified':
      await certified(40 + Math.floor(cast.random() * 200));
      return;
    case 'certified-name-public': {
      const { clock, viewer, number } = await certified(90);
      must(await releaseName(clock.world, viewer, { number, isPublic: true }));
      return;
    }
    case 'expiring-soon':
      await certified(validDays - 40);
      return;
    case 'renewal-open':
      await certified(validDays - 80);
      return;
    case 'expired':
      await certified(validDays + 20);
      return;
    case 'expired-long-ago':
      await certified(validDays + 120);
      return;
    case 'revoked': {
      const { clock, number } = await certified(120);
      clock.pass(30 * day);
      must(
        await revokeCertificate(clock.world, cast.agency, {
          number,
          reason: 'Udstedt ved en fejl: prøven var taget af en anden.',
        }),
      );
      return;
    }
    case 'certified-and-busy': {
      const { viewer } = await certified(150);
      for (let daysAgo = 60; daysAgo > 0; daysAgo -= 5) await logOne(cast, viewer, daysAgo);
      return;
    }
    case 'moved': {
      const { viewer } = await certified(200);
      await moveAffiliation(cast.world.db, {
        personId: viewer.personId,
        library: libraryIn('0561'),
        on: addDays(cast.today, -30),
        id: cast.world.newId(),
        now: cast.world.now(),
      });
      return;
    }
    case 'left-the-library': {
      const { viewer } = await certified(220);
      await moveAffiliation(cast.world.db, {
        personId: viewer.personId,
        library: undefined,
        on: addDays(cast.today, -20),
        id: cast.world.newId(),
        now: cast.world.now(),
      });
      return;
    }
  }
}

async function latest(cast: Cast, { enrolmentId }: Learner, step: string) {
  return cast.world.db
    .selectFrom('submission')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
}

async function logOne(cast: Cast, viewer: Viewer, daysAgo: number): Promise<void> {
  const { world } = clockAt(cast, daysAgo);
  const pick = <T>(list: readonly T[]) => list[Math.floor(cast.random() * list.length)]!;
  must(
    await logGuidance(world, viewer, {
      operationId: world.newId(),
      reason: pick(guidanceReasons),
      outcome: pick(guidanceOutcomes),
    }),
  );
}

/** Advisers all over the country, more where more people live, so that the map is not empty. */
async function playTheRest(cast: Cast): Promise<void> {
  const usual: Story[] = [
    'certified',
    'certified',
    'certified',
    'certified',
    'certified',
    'quiz-open',
    'started',
    'handed-in',
  ];
  let at = 0;
  for (const { code, population } of municipalities) {
    const eager = cast.random();
    const most = Math.max(1, Math.min(8, Math.ceil(population / 30_000)));
    const here = eager < 0.12 ? 0 : Math.round(most * (0.55 + eager * 0.85));
    for (let n = 0; n < here; n++) {
      at += 1;
      const story = usual[Math.floor(cast.random() * (eager > 0.6 ? 5 : usual.length))]!;
      await play(cast, story, {
        givenName: `${givenNames[(at * 37) % givenNames.length]} ${givenNames[(at * 53 + 7) % givenNames.length]}`,
        code,
      });
    }
  }
}

/** What the agency has noted: invitations, commitments and evidence, some of it grown too old. */
async function tellTheCountry(cast: Cast, size: Size): Promise<void> {
  const gates = cast.world.policy.gates.filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
  const places = size === 'whole' ? municipalities : municipalities.slice(0, 12);
  for (const { code, pilot2012 } of places) {
    const serviceId = serviceIdOf(code);
    const care = cast.random();
    const invited = clockAt(cast, 300);
    must(
      await recordRollout(invited.world, cast.agency, {
        serviceId,
        type: 'invited',
        onDay: dayOf(invited.world.now()),
        note: '',
      }),
    );
    // Nobody knows what the pilots of 2012 have today, so nothing is said of them.
    if (care < 0.25 || pilot2012) continue;
    const committed = clockAt(cast, 250);
    must(
      await recordRollout(committed.world, cast.agency, {
        serviceId,
        type: 'committed',
        onDay: dayOf(committed.world.now()),
        note: '',
      }),
    );
    for (const gate of gates) {
      if (cast.random() > 0.55 + care * 0.45) continue;
      const { world } = clockAt(cast, Math.floor(cast.random() * (care > 0.5 ? 80 : 140)) + 1);
      const value = cast.random() < 0.93 ? 'opfyldt' : 'ikke-opfyldt';
      must(
        await recordEvidence(world, cast.agency, {
          serviceId,
          gate,
          value,
          observedOn: dayOf(world.now()),
          expiresOn: '',
          note: 'Eksempel på dokumentation',
        }),
      );
    }
  }
}

/** Mulberry32: the same country every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
