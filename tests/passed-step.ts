import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** An enrolment of the course that certifies, in which this step was passed: the row and its events, without the walk. */
export async function passedStep(
  world: World,
  person: Viewer,
  {
    step,
    at,
    score = 1,
    edition,
    recordedAt = at,
  }: { step: string; at: string; score?: number; edition?: string; recordedAt?: string },
): Promise<string> {
  const { course } = world.catalogue.editions.find((each) => each.course.steps.some(({ id }) => id === step))!;
  const of = { course: course.id, edition: edition ?? course.edition };
  const holdId = world.newId();
  await world.db
    .insertInto('course_edition')
    .values({
      ...{ slug: of.course, edition: of.edition, content_hash: '', change_class: 'first', published_at: at },
      recorded_at: recordedAt,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  await world.db
    .insertInto('hold')
    .values({
      ...{ id: holdId, name: 'Hold', ...of, starts_on: at.slice(0, 10), ends_on: '2027-11-01', seats: 20 },
      ...{ self_enrol: 0, recorded_at: recordedAt },
    })
    .execute();
  const id = world.newId();
  await world.db
    .insertInto('enrolment')
    .values({
      ...{ id, person_id: person.personId, hold_id: holdId, ...of, seq: 2, state: 'active' },
      ...{ last_at: at, recorded_at: recordedAt },
    })
    .execute();
  await world.db
    .insertInto('learning_event')
    .values([
      { enrolment_id: id, seq: 1, type: 'started', payload: '{}', at, recorded_at: recordedAt },
      {
        enrolment_id: id,
        seq: 2,
        type: 'quiz-scored',
        payload: JSON.stringify({ step, score }),
        at,
        recorded_at: recordedAt,
      },
    ])
    .execute();
  return id;
}
