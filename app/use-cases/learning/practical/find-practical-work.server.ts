import type { World } from '#app/platform/world.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { findLatestSubmission, listFiles, listGradings } from '#db/queries/submission.ts';

export type SubmissionView = {
  id: string;
  number: number;
  state: string;
  text: string;
  savedAt: string;
  handedInAt: string | null;
  files: { sha256: string; name: string; size: number }[];
};
export type GradingView = {
  decision: 'accepted' | 'returned' | 'rejected';
  grader: string;
  at: string;
  feedback: string;
  number: number;
  met: Record<string, boolean>;
};

/** What was handed in for a practical, and the assessments of it. */
export async function findPracticalWork(
  world: World,
  record: LearningRecord,
  step: string,
): Promise<{ submission: SubmissionView | null; gradings: GradingView[] }> {
  const latest = await findLatestSubmission(world.db, record.enrolment.id, step);
  const gradings = await listGradings(world.db, record.enrolment.id, step);
  return {
    submission: latest
      ? {
          id: latest.id,
          number: latest.number,
          state: latest.state,
          text: latest.text,
          savedAt: latest.saved_at,
          handedInAt: latest.handed_in_at,
          files: (await listFiles(world.db, latest.id)).map(({ sha256, name, size }) => ({ sha256, name, size })),
        }
      : null,
    gradings: gradings.map(({ decision, grader, at, feedback, number, rubric }) => ({
      decision,
      grader,
      at,
      feedback,
      number,
      met: JSON.parse(rubric),
    })),
  };
}
