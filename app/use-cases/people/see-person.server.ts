import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { findEmailChange } from '#db/queries/email-change.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { findPersonAt, listAffiliations, listAllGrants, listNames } from '#db/queries/person.ts';

type Period = { from: string; until: string | null };
export type PersonView = {
  id: string;
  name: string;
  givenName: string;
  familyName: string;
  email: string | null;
  /** An address that waits for its answer. */
  newEmail: string | null;
  blocked: boolean;
  isViewer: boolean;
  formerNames: { name: string; from: string }[];
  affiliations: ({ number: string; library: string } & Period)[];
  grants: ({ role: Role; service: string | null; now: boolean } & Period)[];
  courses: { enrolmentId: string; holdId: string; hold: string; state: EnrolmentState }[];
  certificates: string[];
};
export type PersonEntry = { id: string; name: string; email: string | null; library: string | null; blocked: boolean };

/** Everything on record about one person, for whoever manages people. */
export async function seePerson(world: World, viewer: Viewer, personId: string): Promise<PersonView | undefined> {
  if (!may(viewer, 'manage-people')) return undefined;
  const today = dayOf(world.now());
  const person = await findPersonAt(world.db, personId, today);
  if (!person || person.status === 'erased' || person.joined_into) return undefined;
  noteLookup(world, viewer, { page: 'person', personId });
  const [names, affiliations, grants, enrolments, certificates] = await Promise.all([
    listNames(world.db, personId),
    listAffiliations(world.db, personId),
    listAllGrants(world.db, personId),
    listEnrolmentsOf(world.db, personId),
    listCertificatesOf(world.db, personId),
  ]);
  const change = await findEmailChange(world.db, { personId }, world.now());
  const [name] = names;
  return {
    id: personId,
    name: person.name,
    givenName: name?.given_name ?? '',
    familyName: name?.family_name ?? '',
    email: person.email,
    newEmail: change?.email ?? null,
    blocked: person.status === 'blocked',
    isViewer: viewer.personId === personId,
    formerNames: names.slice(1).map((each) => ({
      name: `${each.given_name} ${each.family_name}`.trim(),
      from: each.valid_from,
    })),
    affiliations: affiliations.map(({ number, name: library, valid_from, valid_until }) => ({
      number,
      library,
      from: valid_from,
      until: valid_until,
    })),
    grants: grants.map(({ role, service, valid_from, valid_until }) => ({
      role,
      service,
      from: valid_from,
      until: valid_until,
      now: valid_from <= today && (valid_until === null || valid_until > today),
    })),
    courses: await Promise.all(
      enrolments.map(async ({ id, hold_id, state }) => ({
        enrolmentId: id,
        holdId: hold_id,
        hold: (await findHold(world.db, hold_id))!.name,
        state,
      })),
    ),
    certificates: certificates.map(({ number }) => number),
  };
}
