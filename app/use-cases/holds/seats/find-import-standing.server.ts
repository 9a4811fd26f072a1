import type { World } from '#app/platform/world.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import { asksForSeat, isOver } from '#curriculum/flow/life-cycle.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import type { HoldRow } from '#db/queries/hold.ts';
import { type findPersonByEmail, listGrants } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';

export type RowVerdict = 'new' | 'known' | 'already' | 'refused';
export type RowRefusal =
  | 'cells'
  | 'encoding'
  | 'name'
  | 'name-too-long'
  | 'not-a-name'
  | 'email'
  | 'role'
  | 'library'
  | 'library-closed'
  | 'library-not-open'
  | 'start'
  | 'end'
  | 'duplicate'
  | 'contradicts'
  | 'enrolled'
  | 'asked'
  | 'waits'
  | 'full'
  | 'not-adviser'
  | 'not-renewable'
  | 'blocked';

export type KnownPerson = NonNullable<Awaited<ReturnType<typeof findPersonByEmail>>>;

/** How somebody stands to the hold: whether a row about them can be carried out, or why not. */
export async function findImportStanding(
  world: World,
  db: Db,
  hold: HoldRow,
  person: KnownPerson | undefined,
  today: string,
): Promise<Exclude<RowVerdict, 'refused'> | RowRefusal> {
  const course = world.catalogue.find(hold.course, hold.edition)!.course;
  // A new person has no certificate to renew.
  if (!person) return course.renews ? 'not-renewable' : 'new';
  if (person.status !== 'active') return 'blocked';
  const running = (await listEnrolmentsOf(db, person.id)).find(
    (each) => each.course === hold.course && !isOver(each.state),
  );
  if (running && running.hold_id !== hold.id) return 'enrolled';
  if (running?.state === 'waitlisted') return 'waits';
  if (running) return asksForSeat(running.state) ? 'asked' : 'already';
  if ((await findRenewal(world, db, person.id, course))?.can === false) return 'not-renewable';
  // A seat is useless without the adviser role, and an import gives no roles to people who are already registered.
  const grants = await listGrants(db, { personId: person.id, role: 'adviser', day: today });
  return grants.length > 0 ? 'known' : 'not-adviser';
}
