import { findPractice } from '#app/use-cases/practice/find-practice.server.ts';
import { orderIn } from '#app/use-cases/practice/order-in.ts';
import { savePracticeAnswer } from '#app/use-cases/practice/save-practice-answer.server.ts';
import { setPractice } from '#app/use-cases/practice/set-practice.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { sessionOf } from '#curriculum/practice/queue.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { type Cast, clockAt } from './cast.ts';

/** How many certified people practise. */
const size = { small: 3, whole: 9 };
/** So many days ago they sat down; a week between them was a pause. */
const sessions = [29, 22, 8, 1];

/** What certified people practised in the last weeks: most of it right, one goal that slips. */
export async function playPractice(cast: Cast, of: keyof typeof size): Promise<void> {
  const holders = await cast.world.db
    .selectFrom('certificate')
    .select('person_id')
    .distinct()
    .where('valid_from', '<=', cast.today)
    .where('valid_until', '>', cast.today)
    .orderBy('person_id')
    .limit(size[of])
    .execute();
  for (const [n, { person_id: personId }] of holders.entries()) {
    const viewer: Viewer = {
      personId,
      name: '',
      language: 'da',
      grants: [{ role: 'adviser', serviceId: null }],
      sessionKey: '',
    };
    for (const [nth, daysAgo] of sessions.entries()) {
      const { world } = clockAt(cast, daysAgo + (n % 3));
      if (nth === 0) await setPractice(world, viewer, { is: 'start' });
      const session = sessionOf((await findPractice(world, world.db, personId))?.queue ?? []);
      for (const [at, { question, edition }] of session.entries()) {
        const round = world.newId();
        const kind = kindOf(question);
        const answer = kind[(at + n) % 3 === 0 ? 'wrong' : 'right'](question);
        await savePracticeAnswer(world, viewer, {
          course: edition.course.id,
          question: question.id,
          round,
          operationId: round,
          answer: kind.toForm(question, orderIn(round, question), answer),
          certainty: null,
        });
      }
    }
  }
}
