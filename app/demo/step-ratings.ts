import { rateStep } from '#app/use-cases/learning/rate-step.server.ts';
import { type Cast, clockAt } from './cast.ts';

const scores = ['5', '4', '4', '3', '5', '4', '2', '5'];
const words = [
  'Metoden har jeg brugt hver dag siden.',
  '',
  'God længde. Gerne flere eksempler fra skranken.',
  '',
  'Sedlen virker.',
  'Jeg ville gerne have set den gjort først.',
  '',
  '',
];

/** What some of those who have read the first lesson think of it; of the test after the second, too few to be shown. */
export async function playRatings(cast: Cast): Promise<void> {
  const rated = async (step: string, most: number) => {
    const enrolments = await cast.world.db
      .selectFrom('enrolment_step')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_step.enrolment_id')
      .select(['enrolment.id', 'enrolment.person_id'])
      .where('enrolment_step.step', '=', step)
      .where('enrolment_step.status', '=', 'done')
      .where('enrolment.state', '=', 'active')
      .orderBy('enrolment.id')
      .limit(most)
      .execute();
    const { world } = clockAt(cast, 2);
    for (const [at, { id, person_id: personId }] of enrolments.entries())
      await rateStep(
        world,
        { personId, name: '', language: 'da', grants: [{ role: 'adviser', serviceId: null }], sessionKey: '' },
        { enrolmentId: id, step, sent: { score: scores[at]!, words: words[at]! } },
      );
  };
  await rated('m1', scores.length);
  await rated('m2', 3);
}
