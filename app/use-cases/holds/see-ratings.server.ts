import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { enoughRatings, type RatingFigures, ratingFigures } from '#curriculum/rating/rating-figures.ts';
import { findHold } from '#db/queries/hold.ts';
import { listRatings } from '#db/queries/step-rating.ts';

type Words = { da: string; en: string };
export type RatingsView = {
  hold: { id: string; name: string };
  course: Words;
  edition: string;
  /** A step with fewer ratings than this is not shown. */
  enough: number;
  /** Steps with enough ratings, in the order of the course. */
  steps: ({ id: string; title: Words } & RatingFigures)[];
  /** How many steps have too few. How many ratings those have is not said. */
  few: number;
};

/** What advisers think of the steps of the hold's course edition, across all holds; never who said what. */
export async function seeRatings(world: World, viewer: Viewer, holdId: string): Promise<RatingsView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const found = world.catalogue.find(hold.course, hold.edition);
  if (!found) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const ratings = await listRatings(world.db, hold.course, hold.edition);
  const { course } = found;
  const steps = course.steps.flatMap(({ id, title }) => {
    const figures = ratingFigures(ratings.filter(({ step }) => step === id));
    return figures ? [{ id, title, ...figures }] : [];
  });
  return {
    hold: { id: hold.id, name: hold.name },
    course: course.title,
    edition: course.edition,
    enough: enoughRatings,
    steps,
    few: course.steps.length - steps.length,
  };
}
