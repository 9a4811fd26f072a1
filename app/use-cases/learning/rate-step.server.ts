import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { parseRating, type RatingIssue } from '#curriculum/rating/rating.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { deleteRating, putRating } from '#db/queries/step-rating.ts';
import { seeRating } from './see-rating.server.ts';

type Input = {
  enrolmentId: string;
  step: string;
  /** What the form says, or that the rating is taken back. */
  sent: { score: string; words: string } | 'take-back';
};
type Outcome = { ok: true } | { ok: false; reason: 'not-found' } | { ok: false; reason: 'unclear'; issue: RatingIssue };

/** Keeps what the adviser thinks of a step that they have done, in the place of what they said before, or takes it back. */
export async function rateStep(world: World, viewer: Viewer, { enrolmentId, step, sent }: Input): Promise<Outcome> {
  const [view, enrolment] = [
    await seeRating(world, viewer, { enrolmentId, step }),
    await findEnrolment(world.db, enrolmentId),
  ];
  if (!view || !enrolment) return { ok: false, reason: 'not-found' };
  if (sent === 'take-back') {
    await deleteRating(world.db, enrolmentId, step);
    return { ok: true };
  }
  const read = parseRating(sent);
  if (!read.ok) return { ok: false, reason: 'unclear', issue: read.issue };
  const { edition } = enrolment;
  await putRating(world.db, { enrolment_id: enrolmentId, step, edition, ...read.rating, at: world.now() });
  return { ok: true };
}
