import type { World } from '#app/platform/world.server.ts';

/** No municipality has this number, so it is nobody's. */
export const unnamedLibrary = '799900';

/**
 * Which of the five pilot libraries the guidance took place at is not known, so it has a library and a service of its own that
 * serve no municipality. A library lies in a municipality: it is filed under the first of the pilots by code.
 */
export async function addUnnamedPilot(world: World, firstPilot: string): Promise<void> {
  const recorded_at = world.now();
  const name = 'Et af de fem pilotbiblioteker (hvilket er ikke oplyst)';
  await world.db.insertInto('library_service').values({ id: 'tjeneste-uoplyst', name, recorded_at }).execute();
  await world.db
    .insertInto('library')
    .values({
      ...{ number: unnamedLibrary, service_id: 'tjeneste-uoplyst', municipality_code: firstPilot, name },
      ...{ guidance_point: 0 as const, opened_on: '2007-01-01', closed_on: null, recorded_at },
    })
    .execute();
}
