import type { World } from '#app/platform/world.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, endOfDay, isDay } from '#curriculum/calendar/calendar-day.ts';
import { type LibraryState, libraryState, libraryStates } from '#curriculum/places/library-state.ts';
import { countStaff, type LibraryRow, listLibraries as listRows } from '#db/queries/library.ts';
import { listRegionsOn } from '#db/queries/place.ts';
import { containsWords } from '#db/text-keys.ts';

export type LibraryEntry = Pick<
  LibraryRow,
  'number' | 'name' | 'service' | 'code' | 'municipality' | 'openedOn' | 'closedOn' | 'successor'
> & { state: LibraryState; guidancePoint: boolean; people: number };
export type LibraryFilter = {
  find: string;
  state: string;
  region?: string;
  asOf?: string;
  knownOn?: string;
  page?: number;
};
type Listed = {
  asOf: string;
  states: typeof libraryStates;
  libraries: LibraryEntry[];
  count: number;
  page: number;
  of: number;
};

const perPage = 50;

/** The libraries by service and name, with how many people each has on the day: a page of them, or all for the toolkit. */
export async function listLibraries(world: World, viewer: Viewer | null, filter: LibraryFilter): Promise<Listed> {
  const asOf = filter.asOf && isDay(filter.asOf) ? filter.asOf : dayOf(world.now());
  if (viewer && !may(viewer, 'manage-places'))
    return { asOf, states: libraryStates, libraries: [], count: 0, page: 1, of: 1 };
  const known = filter.knownOn && endOfDay(filter.knownOn);
  const [rows, staff, regionOf] = await Promise.all([
    listRows(world.db, known),
    countStaff(world.db, asOf, known),
    listRegionsOn(world.db, asOf),
  ]);
  const found = rows
    .map((row) => ({ ...row, state: libraryState(row, asOf) }))
    .filter(
      ({ state, number, name, service, code, municipality }) =>
        (!filter.region || regionOf.get(code) === filter.region) &&
        (filter.state === '' || filter.state === state) &&
        containsWords(`${number} ${name} ${service} ${municipality}`, filter.find.trim()),
    )
    .sort((a, b) => danish.compare(a.service, b.service) || danish.compare(a.name, b.name));
  const { page, of, limit, offset } = pageOf(filter.page ?? 1, found.length, viewer ? perPage : Infinity);
  const shown = viewer ? found.slice(offset, offset + limit) : found;
  return {
    ...{ asOf, states: libraryStates, count: found.length, page, of },
    libraries: shown.map(({ serviceId: _, guidancePoint, ...row }) => ({
      ...row,
      guidancePoint: guidancePoint === 1,
      people: staff.get(row.number) ?? 0,
    })),
  };
}
