import type { Db, NewRow, Row } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export type DoubleGrading = Row<'double_grading'> & { grader: string };

export async function appendDoubleGrading(db: Db, row: NewRow<'double_grading'>): Promise<void> {
  await db.insertInto('double_grading').values(row).execute();
}

/** The gradings of a hand-in that two leaders grade, in the order they were made. */
export async function listDoubleGradings(db: Db, submissionId: string): Promise<DoubleGrading[]> {
  return db
    .selectFrom('double_grading')
    .selectAll()
    .select(nameOf('double_grading.grader_id').as('grader'))
    .where('submission_id', '=', submissionId)
    .orderBy('at')
    .orderBy('part')
    .execute();
}

/** Every first and second grading of a course edition's hand-ins that have both. */
export async function listGradedByTwo(db: Db, course: string, edition: string) {
  return db
    .selectFrom('double_grading as first')
    .innerJoin('double_grading as second', 'second.submission_id', 'first.submission_id')
    .innerJoin('submission', 'submission.id', 'first.submission_id')
    .innerJoin('enrolment', 'enrolment.id', 'submission.enrolment_id')
    .select([
      'submission.step',
      'first.decision',
      'first.rubric',
      'second.decision as second_decision',
      'second.rubric as second_rubric',
    ])
    .where('first.part', '=', 'first')
    .where('second.part', '=', 'second')
    .where('enrolment.course', '=', course)
    .where('enrolment.edition', '=', edition)
    .execute();
}
