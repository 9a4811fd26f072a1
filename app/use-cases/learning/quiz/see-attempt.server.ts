import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { findAttemptAt } from '#db/queries/quiz.ts';
import { type AttemptView, runningAttempt } from './running-attempt.server.ts';

type Seen = { title: { da: string; en: string }; attempt: AttemptView };

/** The viewer's own running attempt at a test, if there is one. Three statements. */
export async function seeAttempt(
  world: World,
  viewer: Viewer,
  { enrolmentId, step: id, language }: { enrolmentId: string; step: string; language: Language },
): Promise<Seen | undefined> {
  const row = await findAttemptAt(world.db, enrolmentId, id);
  if (!row || row.handed_in_at !== null || !may(viewer, 'learn', { personId: row.person_id })) return undefined;
  // Nobody moves to another edition while an attempt runs.
  const edition = world.catalogue.find(row.course, row.edition);
  const step = edition?.course.steps.find((each) => each.id === id);
  return edition && step && { title: step.title, attempt: await runningAttempt(world, edition, row, language) };
}
