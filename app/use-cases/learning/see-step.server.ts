import type { Section } from '#curriculum/content/parse-reading.ts';
import { type Progress, progressIn } from '#curriculum/flow/progress.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Answer } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { neededToPass } from '#curriculum/quiz/score-answer.ts';
import { findLatestAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';
import { findReadingPlace } from '#db/queries/reading-place.ts';
import { findLatestSubmission, listFiles, listGradings } from '#db/queries/submission.ts';
import type { World } from '../../platform/world.server.ts';
import { findRecord, type LearningRecord } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { questionsOf } from './score-attempt.server.ts';

type Words = { da: string; en: string };
type Text = { sections: Section[]; sourcesHtml: string };
export type AttemptView = {
  id: string;
  number: number;
  startedAt: string;
  dueAt: string | null;
  items: { slot: number; question: QuestionView; answer: Answer | null }[];
};
export type ResultView = {
  right: number;
  of: number;
  needed: number;
  passed: boolean;
  handedInAt: string;
  items: { slot: number; text: string; feedback: Feedback }[];
};
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

export type StepView = {
  enrolmentId: string;
  id: string;
  title: Words;
  course: Words;
  state: string;
  status: Progress['steps'][number]['status'];
  because?: Refusal;
  attempts?: { used: number; of: number };
} & (
  | ({ kind: 'lesson'; minutes?: number; place: string | null } & Text)
  | ({ kind: 'day' } & Text)
  | ({
      kind: 'practical';
      rubric: { id: string; title: Words }[];
      submission: SubmissionView | null;
      gradings: GradingView[];
    } & Text)
  | {
      kind: 'quiz';
      questions: number;
      needed: number;
      minutes: number | null;
      attempt: AttemptView | null;
      result: ResultView | null;
    }
);

/** One step of the viewer's own course, with no more of a question than may be known now. */
export async function seeStep(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string },
): Promise<StepView | undefined> {
  const record = await findRecord(world, world.db, input.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id })) return undefined;
  const { course } = record.edition;
  const step = course.steps.find(({ id }) => id === input.step);
  const progress = progressIn(course, record.snapshot).steps.find(({ id }) => id === input.step);
  if (!step || !progress) return undefined;
  const head = {
    enrolmentId: input.enrolmentId,
    id: step.id,
    title: step.title,
    course: course.title,
    state: progress.state,
    status: progress.status,
    ...(progress.because && { because: progress.because }),
    ...(progress.attempts && { attempts: progress.attempts }),
  };
  // A closed step says why and nothing else: neither its text nor its questions leave the server.
  const shut = progress.state === 'closed';
  const reading = record.edition.readings.get(step.id);
  const text: Text = {
    sections: shut ? [] : (reading?.sections ?? []),
    sourcesHtml: shut ? '' : (reading?.sourcesHtml ?? ''),
  };
  switch (step.kind) {
    case 'lesson': {
      const place = await findReadingPlace(world.db, input.enrolmentId, step.id);
      return {
        ...head,
        kind: 'lesson',
        ...text,
        place: place ?? null,
        ...(step.minutes !== undefined && { minutes: step.minutes }),
      };
    }
    case 'day':
      return { ...head, kind: 'day', ...text };
    case 'practical':
      return {
        ...head,
        kind: 'practical',
        ...text,
        rubric: step.rubric,
        ...(await practicalOf(world, record, step.id)),
      };
    case 'quiz': {
      const questions = step.blueprint.reduce((sum, { draw }) => sum + draw, 0);
      const needed = neededToPass(questions, step.passMark);
      const minutes = step.timeLimit ? step.timeLimit / 60_000 : null;
      return {
        ...head,
        kind: 'quiz',
        questions,
        needed,
        minutes,
        ...(await attemptOf(world, record, step.id, needed)),
      };
    }
  }
}

async function practicalOf(
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

async function attemptOf(
  world: World,
  record: LearningRecord,
  step: string,
  needed: number,
): Promise<{ attempt: AttemptView | null; result: ResultView | null }> {
  const attempt = await findLatestAttempt(world.db, record.enrolment.id, step);
  if (!attempt) return { attempt: null, result: null };
  const items = await listItems(world.db, attempt.id);
  const questions = questionsOf(record, items);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as Answer]),
  );
  if (attempt.handed_in_at === null) {
    const views = items.map(({ slot, option_order }, at) => ({
      slot,
      question: questionView(questions[at]!, JSON.parse(option_order)),
      answer: saved.get(slot) ?? null,
    }));
    return {
      attempt: {
        id: attempt.id,
        number: attempt.number,
        startedAt: attempt.started_at,
        dueAt: attempt.deadline_at,
        items: views,
      },
      result: null,
    };
  }
  const right = attempt.questions_right ?? 0;
  const result: ResultView = {
    right,
    of: items.length,
    needed,
    passed: right >= needed,
    handedInAt: attempt.handed_in_at,
    items: items.map(({ slot }, at) => ({
      slot,
      text: questions[at]!.text,
      feedback: feedbackOf(questions[at]!, saved.get(slot)),
    })),
  };
  return { attempt: null, result };
}
