import type { World } from '#app/platform/world.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { type Course, type FlowNode, neededSteps, type Step } from '#curriculum/flow/course.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { type StepLine, stepLineOf } from '#curriculum/flow/graph.ts';
import { asksForSeat, isOver } from '#curriculum/flow/life-cycle.ts';
import { type Progress, progressIn, type StepProgress } from '#curriculum/flow/progress.ts';
import { findLastReason } from '#db/queries/enrolment.ts';
import { findOwnDeadline } from '#db/queries/exception.ts';
import type { DatesAhead, DayAhead } from './dates-ahead-of.ts';

type Words = { da: string; en: string };
/** The fields of a step that readers may see. Who assessed it is left out. */
type StepView = Pick<StepProgress, 'id' | 'kind' | 'state' | 'status'> & {
  title: Words;
  because: StepProgress['because'] | undefined;
  attempts: StepProgress['attempts'] | undefined;
  minutes: number | undefined;
  /** The minutes of a test without extra time. */
  timeLimit: number | undefined;
  doneAt: string | undefined;
  absences: number | undefined;
};
export type CourseView = {
  enrolmentId: string;
  title: Words;
  edition: string;
  /** True if the course renews an earlier certificate. */
  renews: boolean;
  state: EnrolmentState;
  /** True if the course has ended. */
  over: boolean;
  /** True if the adviser may leave the course by themselves. */
  mayLeave: boolean;
  /** For how many months the certificate is valid; null if the course gives a proof of attendance instead. */
  months: number | null;
  /** How many steps are done, and how many are needed. */
  done: number;
  needed: number;
  steps: readonly StepView[];
  flow: FlowNode;
  line: StepLine;
  next: Progress['next'];
  /** When and where the hold meets, as long as a course day is ahead. */
  days: DayAhead[];
  /** The deadline, as long as it still matters. */
  finishBy: string | undefined;
  /** The deadline of the hold, if this adviser has another: who moved it, and why. */
  moved: { from: string; by: string; reason: string } | undefined;
  /** The factor for this adviser's time limits; 1 without extra time. */
  ownTime: number;
  /** Why the course is on leave, or its certificate withheld or annulled. */
  because: string | undefined;
};

const running = new Set(['enrolled', 'active', 'suspended']);
const explained = new Set(['suspended', 'withheld', 'annulled']);

/** Turns an enrolment into a course: its steps with titles, the flow, and what comes next. */
export async function courseViewOf(
  world: World,
  { edition, snapshot, enrolment }: LearningRecord,
  dates: DatesAhead,
): Promise<CourseView> {
  const { course } = edition;
  const progress = progressIn(course, snapshot);
  const { life } = snapshot.value;
  const because = explained.has(life) ? await findLastReason(world.db, enrolment) : undefined;
  const dayToCome = progress.steps.some(({ kind, status }) => kind === 'day' && status !== 'done');
  const needed = neededSteps(course.flow);
  const finishBy = running.has(life) ? dates.finishBy : undefined;
  const isMoved = finishBy !== undefined && finishBy !== dates.holdEnds;
  const moved = isMoved ? await findOwnDeadline(world.db, enrolment.id) : undefined;
  return {
    enrolmentId: enrolment.id,
    title: course.title,
    edition: course.edition,
    renews: course.renews !== undefined,
    state: life,
    over: isOver(life),
    mayLeave: asksForSeat(life) || life === 'enrolled' || life === 'active',
    months: course.validity?.months ?? null,
    done: Math.min(needed, progress.steps.filter(({ status }) => status === 'done').length),
    needed,
    steps: stepsOf(course, progress),
    flow: course.flow,
    line: stepLineOf(course),
    next: progress.next,
    days: running.has(life) && dayToCome ? dates.days : [],
    finishBy,
    moved: moved ? { from: dates.holdEnds, ...moved } : undefined,
    ownTime: dates.ownTime,
    because,
  };
}

const stepViews = new WeakMap<Progress, readonly StepView[]>();

/** The steps as readers see them, computed once per recorded change. */
function stepsOf(course: Course, progress: Progress): readonly StepView[] {
  const known = stepViews.get(progress);
  if (known) return known;
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  const views = progress.steps.map((step) => stepView(step, steps.get(step.id)!));
  stepViews.set(progress, views);
  return views;
}

/** Lists each field by name because a rest pattern makes a slow object, and a course has many steps. */
function stepView({ id, kind, state, status, because, attempts, facts }: StepProgress, step: Step): StepView {
  const minutes = 'minutes' in step ? step.minutes : undefined;
  const timeLimit = 'timeLimit' in step && step.timeLimit ? step.timeLimit / 60_000 : undefined;
  const { doneAt, absences } = facts;
  return {
    id,
    kind,
    state,
    status,
    because,
    attempts,
    title: step.title,
    minutes,
    timeLimit,
    doneAt,
    absences: absences || undefined,
  };
}
