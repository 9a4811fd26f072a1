import type { World } from '#app/platform/world.server.ts';
import { type AppealView, appealOfStep } from '#app/use-cases/appeals/appeal-of-step.server.ts';
import {
  findPracticalWork,
  type GradingView,
  type SubmissionView,
} from '#app/use-cases/learning/practical/find-practical-work.server.ts';
import { findQuizWork, type ResultView } from '#app/use-cases/learning/quiz/find-quiz-work.server.ts';
import type { AttemptView } from '#app/use-cases/learning/quiz/running-attempt.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Section } from '#curriculum/content/parse-reading.ts';
import { readingIn } from '#curriculum/content/translations/told-in.ts';
import { type Course, neededSteps, type RubricCriterion, stepsIn } from '#curriculum/flow/course.ts';
import { type Progress, progressIn, type StepProgress } from '#curriculum/flow/progress.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import type { Term } from '#curriculum/glossary/parse-glossary.ts';
import { passMarkOf } from '#curriculum/grading/pass-mark-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { neededToPass } from '#curriculum/quiz/score-answer.ts';
import { listUncounted } from '#db/queries/course-day.ts';
import { findOwnTime } from '#db/queries/exception.ts';
import { findOwnMarks } from '#db/queries/own-note.ts';
import { findReadingPlace } from '#db/queries/reading-place.ts';
import type { DayAhead } from './dates-ahead-of.ts';
import { type ExerciseView, exercisesOf } from './exercises-of.server.ts';
import { explained } from './explained.ts';
import { findDatesAhead } from './find-dates-ahead.server.ts';

type Words = { da: string; en: string };
/** The reader's own notes by section, and the section that they marked. */
export type Marks = { notes: Readonly<Record<string, string>>; bookmark: string | null };
/** `language` is that of the text: what is not translated is told in Danish. */
type Text = { language: Language; sections: Section[]; terms: Term[]; sourcesHtml: string };
export type StepView = {
  enrolmentId: string;
  id: string;
  title: Words;
  course: Words;
  state: string;
  status: Progress['steps'][number]['status'];
  because?: Refusal;
  attempts?: { used: number; of: number };
  appeal?: AppealView;
} & (
  | ({
      kind: 'lesson';
      minutes?: number;
      place: string | null;
      marks: Marks;
      exercises: ExerciseView[];
      /** The exercises that must be tried before the lesson is read. */
      left: string[];
      before?: NeighbourView;
      after?: NeighbourView;
    } & Text)
  /** `wasThere`: attendance was noted, and counts when the steps before are done. */
  | ({ kind: 'day'; days: DayAhead[]; wasThere: boolean } & Text)
  | ({
      kind: 'practical';
      rubric: readonly RubricCriterion[];
      /** How many points are enough, and how many there are. */
      passMark: { points: number; of: number } | null;
      /** Whose work it is stays hidden from whoever grades it. */
      blind: boolean;
      /** Two leaders grade every hand-in, or some. */
      double: 'all' | 'some' | null;
      submission: SubmissionView | null;
      gradings: GradingView[];
    } & Text)
  | {
      kind: 'quiz';
      questions: number;
      needed: number;
      minutes: number | null;
      /** What the quiz does with certainty, if it asks for it. */
      certainty?: 'asked' | 'scored';
      /** The minutes without extra time, if this person has some. */
      usualMinutes?: number;
      attempt: AttemptView | null;
      result: ResultView | null;
      /** How long the pause after a failed attempt is, in hours; null if it ends with a day. */
      pauseHours: number | null;
      /** How many steps are done, of how many that the certificate asks for. */
      petals: { done: number; of: number };
      /** Lessons that are open meanwhile. */
      openLessons: { id: string; title: Words }[];
    }
);

/** The step before or after a lesson, and why it is closed if it is. */
export type NeighbourView = Pick<StepView, 'id' | 'title' | 'kind' | 'status' | 'because'>;

/** One step of the viewer's own course. It reveals no more about a question than the viewer may know now. */
export async function seeStep(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; language?: Language },
): Promise<StepView | undefined> {
  const record = await findRecord(world, world.db, input.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id })) return undefined;
  const { course } = record.edition;
  const step = course.steps.find(({ id }) => id === input.step);
  const all = progressIn(course, record.snapshot).steps;
  const progress = all.find(({ id }) => id === input.step);
  if (!step || !progress) return undefined;
  const appeal = await appealOfStep(world, record, step.id);
  const head = {
    enrolmentId: input.enrolmentId,
    id: step.id,
    title: step.title,
    course: course.title,
    state: progress.state,
    status: progress.status,
    ...(progress.because && { because: progress.because }),
    ...(progress.attempts && { attempts: progress.attempts }),
    ...(appeal && { appeal }),
  };
  // A closed step only says why: its text and questions do not leave the server.
  const shut = progress.state === 'closed';
  const language = input.language ?? 'da';
  const reading = readingIn(record.edition, step.id, language);
  const { sections, terms } = explained(shut ? [] : (reading?.sections ?? []), world.glossary);
  const text: Text = {
    language: reading?.language ?? 'da',
    sections,
    terms,
    sourcesHtml: shut ? '' : (reading?.sourcesHtml ?? ''),
  };
  switch (step.kind) {
    case 'lesson': {
      const [place, own] = await Promise.all([
        findReadingPlace(world.db, input.enrolmentId, step.id),
        findOwnMarks(world.db, input.enrolmentId, step.id),
      ]);
      const notes = Object.fromEntries(own.notes.map(({ section, body }) => [section, body]));
      return {
        ...head,
        kind: 'lesson',
        ...text,
        place: place ?? null,
        marks: { notes, bookmark: own.bookmark ?? null },
        ...(shut ? { exercises: [], left: [] } : await exercisesOf(world.db, record, step.id, language)),
        ...neighboursOf(record.edition.course, all, step.id),
        ...(step.minutes !== undefined && { minutes: step.minutes }),
      };
    }
    case 'day':
      return {
        ...head,
        kind: 'day',
        ...text,
        days: (await findDatesAhead(world, record.enrolment.id)).days.filter((day) => day.step === step.id),
        wasThere: (await listUncounted(world.db, record.enrolment.id, step.id)).some(
          ({ outcome }) => outcome === 'attended',
        ),
      };
    case 'practical':
      return {
        ...head,
        kind: 'practical',
        ...text,
        rubric: step.rubric,
        passMark: passMarkOf(step),
        blind: step.blind === true,
        double: step.double === undefined ? null : step.double === 'all' ? 'all' : 'some',
        ...(await findPracticalWork(world, record, step.id)),
      };
    case 'quiz': {
      const questions = step.blueprint.reduce((sum, { draw }) => sum + draw, 0);
      const needed = neededToPass(questions, step.passMark);
      const usual = step.timeLimit ? step.timeLimit / 60_000 : null;
      const factor = await findOwnTime(world.db, record.enrolment.person_id, dayOf(world.now()));
      return {
        ...head,
        kind: 'quiz',
        questions,
        needed,
        minutes: usual && usual * factor,
        ...(step.certainty && { certainty: step.certainty }),
        ...(usual && factor > 1 && { usualMinutes: usual }),
        pauseHours: typeof step.delay === 'number' ? step.delay / 3_600_000 : null,
        petals: petalsOf(neededSteps(course.flow), all),
        openLessons: course.steps
          .filter(({ id, kind }) => kind === 'lesson' && all.some((each) => each.id === id && isOpen(each)))
          .map(({ id, title }) => ({ id, title })),
        ...(await findQuizWork(world, record, step, language)),
      };
    }
  }
}

function neighboursOf(course: Course, steps: readonly StepProgress[], step: string) {
  const order = stepsIn(course.flow);
  const viewOf = (id: string | undefined): NeighbourView | undefined => {
    const there = course.steps.find((each) => each.id === id);
    const progress = steps.find((each) => each.id === id);
    if (!there || !progress) return undefined;
    const { title, kind } = there;
    return {
      id: there.id,
      title,
      kind,
      status: progress.status,
      ...(progress.because && { because: progress.because }),
    };
  };
  const at = order.indexOf(step);
  const [before, after] = [viewOf(order[at - 1]), viewOf(order[at + 1])];
  return { ...(before && { before }), ...(after && { after }) };
}

const isOpen = ({ status }: Progress['steps'][number]) => status === 'now' || status === 'open';

const petalsOf = (of: number, steps: Progress['steps']) => ({
  done: Math.min(of, steps.filter(({ status }) => status === 'done').length),
  of,
});
