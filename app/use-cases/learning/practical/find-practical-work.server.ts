import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { editionOn } from '#curriculum/flow/editions/edition-at.ts';
import { type ToldGrading, toldGrading } from '#curriculum/grading/told-grading.ts';
import { listDoubleGradings } from '#db/queries/double-grading.ts';
import { findLatestSubmission, listFiles, listGradings } from '#db/queries/submission.ts';

export type SubmissionView = {
  id: string;
  number: number;
  state: string;
  text: string;
  savedAt: string;
  handedInAt: string | null;
  /** One leader has graded it, and another is to: it can no longer be taken back. */
  isBegun: boolean;
  files: { sha256: string; name: string; size: number }[];
};
export type GradingView = {
  decision: 'accepted' | 'returned' | 'rejected';
  grader: string;
  at: string;
  feedback: string;
  number: number;
} & ToldGrading;

/** What was handed in for a practical, and the assessments of it. */
export async function findPracticalWork(
  world: World,
  record: LearningRecord,
  step: string,
): Promise<{ submission: SubmissionView | null; gradings: GradingView[] }> {
  const latest = await findLatestSubmission(world.db, record.enrolment.id, step);
  const gradings = await listGradings(world.db, record.enrolment.id, step);
  // A grading is told in the words of the edition that it was made on.
  const events = gradings.length > 0 ? await historyOf(world.db, record.enrolment.id) : [];
  const rubricOn = (at: string) => {
    const edition = editionOn(events, at);
    const { course } = (edition && world.catalogue.find(record.enrolment.course, edition)) || record.edition;
    const practical = course.steps.find(({ id }) => id === step);
    return practical?.kind === 'practical' ? practical : { rubric: [] };
  };
  return {
    submission: latest
      ? {
          id: latest.id,
          number: latest.number,
          state: latest.state,
          text: latest.text,
          savedAt: latest.saved_at,
          handedInAt: latest.handed_in_at,
          isBegun: latest.state === 'handed-in' && (await listDoubleGradings(world.db, latest.id)).length > 0,
          files: (await listFiles(world.db, latest.id)).map(({ sha256, name, size }) => ({ sha256, name, size })),
        }
      : null,
    gradings: gradings.map(({ decision, grader, at, feedback, number, rubric }) => ({
      decision,
      grader,
      at,
      feedback,
      number,
      ...toldGrading(rubricOn(at), JSON.parse(rubric)),
    })),
  };
}
