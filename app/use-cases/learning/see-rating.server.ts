import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import { longestWords, type Rating, scores } from '#curriculum/rating/rating.ts';
import { enoughRatings } from '#curriculum/rating/rating-figures.ts';
import { findRating } from '#db/queries/step-rating.ts';

type Words = { da: string; en: string };
export type RatingView = {
  step: Words;
  /** What was said before, if anything. */
  given: Rating | null;
  scores: readonly number[];
  most: number;
  enough: number;
};

/** The viewer's own rating of a step that they have done. */
export async function seeRating(
  world: World,
  viewer: Viewer,
  place: { enrolmentId: string; step: string },
): Promise<RatingView | undefined> {
  const record = await findRecord(world, world.db, place.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id })) return undefined;
  const { course } = record.edition;
  const step = course.steps.find(({ id }) => id === place.step);
  const done = progressIn(course, record.snapshot).steps.some(({ id, status }) => id === step?.id && status === 'done');
  if (!step || !done) return undefined;
  const row = await findRating(world.db, place.enrolmentId, step.id);
  const given = row ? { score: row.score, words: row.words } : null;
  return { step: step.title, given, scores, most: longestWords, enough: enoughRatings };
}
