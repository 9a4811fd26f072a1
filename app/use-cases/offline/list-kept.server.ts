import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findPractice } from '#app/use-cases/practice/find-practice.server.ts';
import { recordOf } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { isLive } from '#db/queries/enrolment-states.ts';

/** So many questions can be practised without a network; the next time with one brings the rest. */
const mostQuestions = 10;

/**
 * The addresses of the pages that an adviser can use without a network: the open texts of their courses, the guidance log,
 * and the questions that are due. A test is never one of them.
 */
export async function listKept(world: World, viewer: Viewer): Promise<string[]> {
  const { personId } = viewer;
  if (!may(viewer, 'learn', { personId })) return [];
  const enrolments = (await listEnrolmentsOf(world.db, personId)).filter(
    (each) => isLive(each) || each.state === 'certified' || each.state === 'attended',
  );
  const texts: string[] = [];
  for (const enrolment of enrolments) {
    const { edition, snapshot } = await recordOf(world, world.db, enrolment);
    const { steps } = progressIn(edition.course, snapshot);
    for (const { id, kind } of edition.course.steps)
      if ((kind === 'lesson' || kind === 'day') && steps.some((each) => each.id === id && each.state !== 'closed'))
        texts.push(`/enrolments/${enrolment.id}/steps/${id}`);
  }
  const practice = await findPractice(world, world.db, personId);
  const practises = practice?.setting && practice.setting.stopped_at === null;
  const questions = practises
    ? practice.queue
        .slice(0, mostQuestions)
        .map(({ key }) => `/practice/ask?${new URLSearchParams({ q: key, round: world.newId() })}`)
    : [];
  return ['/offline', '/my-certificate', '/guidance', ...(practises ? ['/practice'] : []), ...texts, ...questions];
}
