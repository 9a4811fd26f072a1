import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { laterEditions } from './later-editions.ts';

/** The newest later edition that only words tell from this one. */
export function silentEdition(world: Pick<World, 'catalogue'>, from: Edition): Edition | undefined {
  const { id, edition } = from.course;
  return laterEditions(world, id, edition).find(
    ({ course }) => changeBetween(from.course, course).change === 'editorial',
  );
}
