import { newestOf } from '#app/platform/catalogue.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { addLeader } from '#app/use-cases/holds/add-leader.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { addDays, addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import municipalities from '#db/places/municipalities.json';
import { type Clock, type Enrolled, requireOk, type Staff, worldThrough } from './adviser.ts';
import { namedPeople } from './people.ts';

/** The people, places and holds that the stories use. */
export type Cast = {
  world: World;
  today: string;
  edition: string;
  course: string;
  leaders: Viewer[];
  agency: Viewer;
  administrator: Viewer;
  contact: Viewer;
  holds: { old: string; now: string; full: string; ended: string; renewal: string; newest: string };
  random: () => number;
};

const hour = 3_600_000;
const day = 24 * hour;

export const libraryIn = (code: string) => municipalities.find((each) => each.code === code)!.libraryNumber;

/** The places, the named people, the leaders and six holds. */
export async function makeCast(world: World): Promise<Cast> {
  const today = dayOf(world.now());
  // The demo's people began on the first edition; a newer one is theirs only by a decision about their hold.
  const edition = world.catalogue.find('it-paedagogisk-vejleder', '2026.1')!.course;
  const began = worldThrough(world, `${addMonths(today, -32)}T07:00:00.000Z`).world;
  await setUpPlaces(began);
  const viewers = new Map<string, Viewer>();
  for (const person of namedPeople) {
    const library = person.municipality && libraryIn(person.municipality);
    viewers.set(
      person.key,
      await addViewer(began, {
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
    await addViewer(began, { givenName: 'Kirsten', roles: ['course-leader'], work: 'course-leader' }),
  ];
  const agency = viewers.get('stine')!;
  const newest = newestOf(world.catalogue, edition.id)!.course;
  const renewing = world.catalogue.editions.find(({ course }) => course.renews?.course === edition.id)!.course;
  const [odense, herning] = ['Odense Bibliotek', 'Herning Bibliotek'];
  const hold = async (
    name: string,
    months: [number, number],
    seats: number,
    { at = began, of = edition, place = odense } = {},
  ) => {
    const made = await createHold(at, leaders[0]!, {
      name,
      course: of.id,
      edition: of.edition,
      startsOn: addMonths(today, months[0]),
      endsOn: addMonths(today, months[1]),
      seats,
      selfEnrol: true,
      ...(of.steps.some(({ kind }) => kind === 'day') && {
        courseDay: { heldOn: addMonths(today, months[0] + 1), startsAt: '09:00', place },
      }),
    });
    if (!made.ok) throw new Error('The hold was refused.');
    for (const leader of leaders.slice(1))
      requireOk(await addLeader(at, leaders[0]!, { holdId: made.holdId, email: await emailOf(at, leader) }));
    return made.holdId;
  };
  const holds = {
    old: await hold('Hele landet, første hold', [-31, 2], 500),
    now: await hold('Midtjylland, dette halvår', [-3, 4], 150, { place: herning }),
    full: await hold('Fyn, fuldt hold', [-2, 5], 1),
    ended: await hold('Sjælland, afsluttet hold', [-8, -1], 30, { place: 'Roskilde Bibliotek' }),
    renewal: await hold('Fornyelse, hele landet', [-6, 6], 200, { of: renewing }),
    newest: await hold('Hele landet, nyeste version', [-1, 7], 100, { of: newest, place: 'Randers Bibliotek' }),
  };
  // Who began after the first course day comes to the next.
  for (const [holdId, place] of [
    [holds.now, herning],
    [holds.full, odense],
  ] as const)
    requireOk(
      await addCourseDay(began, leaders[0]!, {
        holdId,
        ...{ heldOn: addMonths(today, 1), startsAt: '09:00', place },
      }),
    );
  return {
    world,
    today,
    edition: edition.edition,
    course: edition.id,
    leaders,
    agency,
    administrator: viewers.get('arne')!,
    contact: viewers.get('kim')!,
    holds,
    random: seeded(20261124),
  };
}

export async function addViewer(
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

/** The address with which somebody was registered. */
async function emailOf(world: World, viewer: Viewer): Promise<string> {
  return (await seeProfile(world, viewer)).email ?? '';
}

const slug = (name: string) =>
  name.toLowerCase().replaceAll(' ', '.').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');

/** A seat on a hold, given the same day. */
export async function enrol(clock: Clock, cast: Cast, viewer: Viewer, holdId: string): Promise<Enrolled> {
  const asked = await requestSeat(clock.world, viewer, { holdId });
  if (!asked.ok) throw new Error(`No seat for ${viewer.name}: ${asked.reason}`);
  clock.pass(3 * hour);
  requireOk(
    await decideRequest(clock.world, cast.leaders[0]!, { enrolmentId: asked.enrolmentId, decision: 'approve' }),
  );
  return { viewer, enrolmentId: asked.enrolmentId };
}

export async function begin(clock: Clock, cast: Cast, viewer: Viewer, holdId: string): Promise<Enrolled> {
  const enrolled = await enrol(clock, cast, viewer, holdId);
  clock.pass(day);
  requireOk(await startCourse(clock.world, viewer, { enrolmentId: enrolled.enrolmentId }));
  return enrolled;
}

/** A clock that starts this many days ago. */
export const clockAt = ({ world, today }: Cast, daysAgo: number) =>
  worldThrough(world, `${addDays(today, -daysAgo)}T08:${String(daysAgo % 60).padStart(2, '0')}:00.000Z`);
export const staffOf = ({ leaders }: Cast): Staff => ({ leaders });

/** Mulberry32: the same seed always gives the same country. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
