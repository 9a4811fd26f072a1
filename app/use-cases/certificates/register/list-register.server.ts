import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { may } from '#app/use-cases/permission.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Ending, endingsByMonth } from '#curriculum/certification/expiry-timeline.ts';
import { countEndings, countRegister, listRegister as listRows } from '#db/queries/certificate-register.ts';
import { listLibraryPlaces } from '#db/queries/place.ts';
import type { RegisterFilter } from './parse-register-filter.ts';
import { type RegisterEntry, registerEntryOf } from './register-entry-of.ts';
import { registerQueryOf } from './register-query-of.ts';

type Words = { da: string; en: string };
export type Register = {
  entries: RegisterEntry[];
  /** How many there are on all pages. */
  count: number;
  page: number;
  of: number;
  /** How many still usable certificates end in each month, and how many end later. */
  endings: Ending[];
  later: number;
  today: string;
  municipalities: { code: string; name: string }[];
  /** Those of today, as the statuses are. */
  regions: string[];
  courses: { slug: string; title: Words }[];
  editions: string[];
};

/** The timeline covers 24 months, because a certificate is valid that long. */
const monthsAhead = 24;
const perPage = 50;

/**
 * A page of the filtered certificates with today's status, and when all of them end. A page beyond the last is the last.
 */
export async function listRegister(
  world: World,
  viewer: Viewer,
  filter: RegisterFilter,
  asked = 1,
): Promise<Register | undefined> {
  if (!may(viewer, 'see-certificates')) return undefined;
  // Without words the page is an overview.
  if (filter.find !== '') noteLookup(world, viewer, { page: 'register', words: filter.find });
  const { wanted, order } = registerQueryOf(world, viewer, filter);
  const count = await countRegister(world.db, wanted);
  const { page, of, ...part } = pageOf(asked, count, perPage);
  const rows = await listRows(world.db, wanted, order, part);
  const today = dayOf(world.now());
  const ends = await countEndings(world.db, wanted);
  const endings = endingsByMonth(ends, today, monthsAhead);
  const courses = new Map(world.catalogue.editions.map(({ course }) => [course.id, course.title]));
  return {
    entries: rows.map((row) => registerEntryOf(world, row)),
    count,
    page,
    of,
    endings,
    later: sum(ends) - sum(endings),
    today,
    regions: await listRegions(world, today),
    municipalities: municipalitiesOf(await listLibraryPlaces(world.db)),
    courses: [...courses].map(([slug, title]) => ({ slug, title })),
    editions: [...new Set(world.catalogue.editions.map(({ course }) => course.edition))].sort(danish.compare),
  };
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

function municipalitiesOf(places: readonly { code: string; name: string }[]) {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => danish.compare(a.name, b.name));
}
