import type { World } from '#app/platform/world.server.ts';
import { conflictOf } from '#app/use-cases/grading/conflict-of.server.ts';
import { scopeOfWork } from '#app/use-cases/grading/scope-of-work.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isBlind, namelessFile } from '#curriculum/grading/blind.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { findFile, findSubmission, listFiles } from '#db/queries/submission.ts';

/** A file of a submission: for the adviser who handed it in, and for a leader who leads the hold or has taken the work. */
export async function readSubmissionFile(
  world: World,
  viewer: Viewer,
  input: { submissionId: string; sha256: string },
): Promise<{ bytes: Uint8Array; type: string; name: string } | undefined> {
  const submission = await findSubmission(world.db, input.submissionId);
  const enrolment = submission && (await findEnrolment(world.db, submission.enrolment_id));
  if (!submission || !enrolment || !may(viewer, 'see-submission', await scopeOfWork(world.db, submission, enrolment)))
    return undefined;
  const own = enrolment.person_id === viewer.personId;
  if (
    !own &&
    (submission.state === 'draft' ||
      (await conflictOf(world, world.db, viewer.personId, enrolment.person_id)) !== 'none')
  )
    return undefined;
  const file = await findFile(world.db, submission.id, input.sha256);
  if (!file) return undefined;
  const step = world.catalogue
    .find(enrolment.course, enrolment.edition)
    ?.course.steps.find(({ id }) => id === submission.step);
  const isHidden = !own && step?.kind === 'practical' && isBlind(step, submission);
  const at = isHidden
    ? (await listFiles(world.db, submission.id)).findIndex(({ sha256 }) => sha256 === input.sha256)
    : undefined;
  return {
    bytes: file.bytes,
    type: file.media_type,
    name: at === undefined ? file.name : namelessFile(file.name, at),
  };
}
