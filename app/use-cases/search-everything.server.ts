import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listWorkTaken } from '#db/queries/known-to.ts';
import { listEnrolmentsLed, searchHolds, searchMunicipalities, searchPeople } from '#db/queries/search.ts';
import { listCertificates } from './certificates/register/list-certificates.server.ts';
import { hasRole } from './has-role.ts';
import { limitedTo } from './limited-to.ts';
import { noteLookup } from './lookups/note-lookup.server.ts';
import { tellApart } from './people/tell-apart.ts';
import { may } from './permission.ts';
import { sightOf } from './sight-of.ts';
import { type FoundInCourse, findInCourse } from './study/find-in-course.server.ts';
import type { Viewer } from './viewer.ts';

type Hit = { text: string; to: string | null; more: string };
export type SearchResults = {
  municipalities: Hit[];
  holds: Hit[];
  certificates: Hit[];
  people: Hit[];
  /** What the viewer learns from: texts, words and own notes. */
  learned: FoundInCourse;
};

const most = 20;

/** Searches only what this viewer may see. Links to a municipality carry the day that is looked at. */
export async function searchEverything(
  world: World,
  viewer: Viewer,
  find: string,
  carried: Carried = {},
  language: 'da' | 'en' = 'da',
): Promise<SearchResults> {
  noteLookup(world, viewer, { page: 'search', words: find });
  const sees = may(viewer, 'manage-people');
  const [municipalities, holds, certificates, people, learned] = await Promise.all([
    may(viewer, 'see-readiness') ? searchMunicipalities(world.db, find, dayOf(world.now())) : [],
    may(viewer, 'see-holds')
      ? searchHolds(world.db, find, most, hasRole(viewer, 'administrator') ? undefined : viewer.personId)
      : [],
    listCertificates(world, viewer, find),
    may(viewer, 'search-people')
      ? searchPeople(
          world.db,
          find,
          { limit: most },
          { sight: sightOf(viewer, 'search-people'), day: dayOf(world.now()) },
        )
      : [],
    findInCourse(world, viewer, find, language),
  ]);
  const known = may(viewer, 'see-holds') && !sees ? await pagesAbout(world, viewer, people) : new Map<string, string>();
  return {
    municipalities: limitedTo(viewer, 'see-readiness', municipalities)
      .slice(0, most)
      .map(({ code, name }) => ({ text: name, to: agencyLink(`/municipalities/${code}`, carried), more: code })),
    holds: holds.map(({ id, name }) => ({ text: name, to: `/holds/${id}`, more: '' })),
    certificates: certificates.map(({ number, name }) => ({ text: number, to: `/certificates/${number}`, more: name })),
    people: tellApart(people, { who: ({ id }) => id }).map(({ id, name, library }) => ({
      text: name,
      to: sees ? `/people/${id}` : (known.get(id) ?? null),
      more: library ?? '',
    })),
    learned,
  };
}

/** For each of these people, the page about their newest enrolment on an own hold, else their work the viewer has taken. */
async function pagesAbout(world: World, viewer: Viewer, people: { id: string }[]): Promise<Map<string, string>> {
  const ids = people.map(({ id }) => id);
  const [taken, led] = await Promise.all([
    listWorkTaken(world.db, viewer.personId, ids),
    listEnrolmentsLed(world.db, viewer.personId, ids),
  ]);
  return new Map([
    ...taken.map(({ id, kind, person_id }) => [person_id, `/${kind}/${id}`] as const),
    ...led.map(({ id, hold_id, person_id }) => [person_id, `/holds/${hold_id}/people/${id}`] as const),
  ]);
}
