import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { editionOfAttempt } from '#curriculum/flow/editions/edition-at.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import type { AttemptRow } from '#db/queries/quiz.ts';

/** The edition that an attempt was taken on: its questions and keys stand there, also after the adviser has moved. */
export async function editionOf(
  world: World,
  enrolment: Pick<EnrolmentRow, 'id' | 'course' | 'edition'>,
  attempt: Pick<AttemptRow, 'step' | 'started_at' | 'handed_in_at'>,
): Promise<Edition> {
  const { step, started_at: startedAt } = attempt;
  // Nobody moves while an attempt runs.
  const former = attempt.handed_in_at && editionOfAttempt(await historyOf(world.db, enrolment.id), { step, startedAt });
  const edition = world.catalogue.find(enrolment.course, former || enrolment.edition);
  if (!edition) throw new Error(`The files of ${enrolment.course}/${former || enrolment.edition} are not there.`);
  return edition;
}
