import type { World } from '#app/platform/world.server.ts';
import type { PersonKey } from '#app/use-cases/people/lock-person-by.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { joinAffiliations } from '#curriculum/affiliation/join-affiliations.ts';
import type { Affiliation } from '#curriculum/affiliation/put-right.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findFirstCertifiedDay } from '#db/queries/affiliation.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { isLive } from '#db/queries/enrolment-states.ts';
import { findPersonAt, findPersonByEmail, listAffiliations, listAllGrants } from '#db/queries/person.ts';
import { hasOpenAttempt } from '#db/queries/person-join.ts';
import type { Db } from '#db/schema.ts';

export type JoinRefusal =
  | 'no-kept'
  | 'no-lost'
  | 'same'
  | 'blocked'
  | 'roles'
  | 'yourself'
  | 'both-on-course'
  | 'open-attempt'
  | 'overlap';
export type JoinKeys = { kept: PersonKey; lost: PersonKey };
type Person = NonNullable<Awaited<ReturnType<typeof findPersonAt>>>;
type Judged = {
  kept: Person | undefined;
  lost: Person | undefined;
  refusal: JoinRefusal | null;
  /** The affiliations that change when the two become one. */
  was: Affiliation[];
  changed: Affiliation[];
};

/** Whether two records can become one, and what happens to the affiliations; why not, if they cannot. */
export async function judgeJoin(world: World, db: Db, viewer: Viewer | null, keys: JoinKeys): Promise<Judged> {
  const today = dayOf(world.now());
  const kept = await personOf(db, keys.kept, today);
  const lost = await personOf(db, keys.lost, today);
  const no = (refusal: JoinRefusal): Judged => ({ kept, lost, refusal, was: [], changed: [] });
  if (!kept) return no('no-kept');
  if (!lost) return no('no-lost');
  if (kept.id === lost.id) return no('same');
  // A block would end with the join.
  if (kept.status !== 'active' || lost.status !== 'active') return no('blocked');
  if (viewer?.personId === lost.id) return no('yourself');
  // Whoever may not give roles cannot give them by joining records either.
  if (viewer && !may(viewer, 'manage-people') && (await hasMoreRoles(db, [kept.id, lost.id], today)))
    return no('roles');
  const [ofKept, ofLost] = await Promise.all([listEnrolmentsOf(db, kept.id), listEnrolmentsOf(db, lost.id)]);
  const running = new Set(ofKept.filter(isLive).map(({ course }) => course));
  if (ofLost.some((each) => isLive(each) && running.has(each.course))) return no('both-on-course');
  if (await hasOpenAttempt(db, [kept.id, lost.id])) return no('open-attempt');
  const [atKept, atLost] = [await affiliationsOf(db, kept.id), await affiliationsOf(db, lost.id)];
  const certified = [await findFirstCertifiedDay(db, kept.id), await findFirstCertifiedDay(db, lost.id)];
  const joined = joinAffiliations(atKept, atLost, certified.filter((day) => day !== undefined).sort()[0]);
  if (!joined.ok) return no('overlap');
  return { kept, lost, refusal: null, was: [...atKept, ...atLost], changed: joined.changed };
}

async function personOf(db: Db, key: PersonKey, today: string): Promise<Person | undefined> {
  const id = 'personId' in key ? key.personId : (await findPersonByEmail(db, key.email))?.id;
  const person = id === undefined ? undefined : await findPersonAt(db, id, today);
  return person?.status === 'erased' || person?.joined_into ? undefined : person;
}

async function hasMoreRoles(db: Db, personIds: readonly string[], today: string): Promise<boolean> {
  const grants = (await Promise.all(personIds.map((id) => listAllGrants(db, id)))).flat();
  return grants.some(({ role, valid_until }) => role !== 'adviser' && (valid_until === null || valid_until > today));
}

async function affiliationsOf(db: Db, personId: string): Promise<Affiliation[]> {
  return (await listAffiliations(db, personId)).map((row) => ({
    ...{ id: row.id, library: row.number, from: row.valid_from, until: row.valid_until, guidesFrom: row.guides_from },
  }));
}
