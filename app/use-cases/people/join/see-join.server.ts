import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { listAttendanceProofsOf } from '#db/queries/attendance-proof.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { listAffiliations, listAllGrants } from '#db/queries/person.ts';
import { countGuidanceOf } from '#db/queries/person-join.ts';
import type { Db } from '#db/schema.ts';
import { type JoinKeys, type JoinRefusal, judgeJoin } from './judge-join.server.ts';

type Period = { library: string; from: string; lastDay: string | null };
export type RecordView = {
  id: string;
  name: string;
  email: string | null;
  affiliations: Period[];
  roles: Role[];
  courses: { id: string; hold: string; state: EnrolmentState }[];
  certificates: string[];
  proofs: number;
  guidance: number;
};
export type JoinView = {
  kept: RecordView | null;
  lost: RecordView | null;
  refusal: JoinRefusal | null;
  /** The affiliations that end with another day because of the join; null is one that the other record has as well. */
  ends: (Period & { id: string; never: boolean })[];
};
export type JoinEntry = {
  id: string;
  keptName: string;
  keptEmail: string | null;
  lostName: string;
  lostEmail: string | null;
  by: string | null;
  on: string;
  undoneOn: string | null;
};

/** What each of two records has, and whether they can become one. Nothing is changed. */
export async function seeJoin(world: World, viewer: Viewer | null, keys: JoinKeys): Promise<JoinView | undefined> {
  if (viewer && !may(viewer, 'join-people')) return undefined;
  const { kept, lost, refusal, was, changed } = await judgeJoin(world, world.db, viewer, keys);
  const [ofKept, ofLost] = await Promise.all(
    [kept, lost].map((each) => each && recordOf(world.db, each, dayOf(world.now()))),
  );
  const library = (id: string) => {
    const number = was.find((each) => each.id === id)!.library;
    return [ofKept, ofLost].flatMap((each) => each?.numbers ?? []).find((each) => each.number === number)!.name;
  };
  return {
    kept: ofKept?.view ?? null,
    lost: ofLost?.view ?? null,
    refusal,
    ends: changed
      .filter(({ id, until }) => was.find((each) => each.id === id)!.until !== until)
      .map(({ id, from, until }) => ({
        ...{ id, library: library(id), from },
        ...{ lastDay: until && addDays(until, -1), never: until !== null && until <= from },
      })),
  };
}

async function recordOf(db: Db, person: { id: string; name: string; email: string | null }, today: string) {
  const affiliations = await listAffiliations(db, person.id);
  const enrolments = await listEnrolmentsOf(db, person.id);
  const grants = await listAllGrants(db, person.id);
  const view: RecordView = {
    ...{ id: person.id, name: person.name, email: person.email },
    affiliations: affiliations.map(({ name, valid_from, valid_until }) => ({
      ...{ library: name, from: valid_from, lastDay: valid_until && addDays(valid_until, -1) },
    })),
    roles: grants.filter(({ valid_until }) => valid_until === null || valid_until > today).map(({ role }) => role),
    courses: await Promise.all(
      enrolments.map(async ({ id, hold_id, state }) => ({ id, hold: (await findHold(db, hold_id))!.name, state })),
    ),
    certificates: (await listCertificatesOf(db, person.id)).map(({ number }) => number),
    proofs: (await listAttendanceProofsOf(db, person.id)).length,
    guidance: await countGuidanceOf(db, person.id),
  };
  return { view, numbers: affiliations.map(({ number, name }) => ({ number, name })) };
}
