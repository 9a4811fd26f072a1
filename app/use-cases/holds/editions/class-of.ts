import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { editionBefore } from '#curriculum/flow/editions/compare-editions.ts';

/** How an edition differs from the one before it. */
export function classOf({ catalogue }: Pick<World, 'catalogue'>, { course }: Edition) {
  const before = editionBefore(
    course,
    catalogue.editions.map((each) => each.course),
  );
  return before ? changeBetween(before, course).change : 'first';
}
