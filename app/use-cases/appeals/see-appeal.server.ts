import type { World } from '#app/platform/world.server.ts';
import { conflictOf } from '#app/use-cases/grading/conflict-of.server.ts';
import { scopeOfWork } from '#app/use-cases/grading/scope-of-work.server.ts';
import {
  findPracticalWork,
  type GradingView,
  type SubmissionView,
} from '#app/use-cases/learning/practical/find-practical-work.server.ts';
import { findQuizWork, type ResultView } from '#app/use-cases/learning/quiz/find-quiz-work.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { noFacts } from '#curriculum/flow/flow-event.ts';
import type { Remedy } from '#curriculum/grading/parse-appeal.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { findAppeal } from '#db/queries/appeal.ts';
import { findHold } from '#db/queries/hold.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { type Involvement, involvementOf } from './involvement-of.ts';

type Words = { da: string; en: string };
export type AppealToDecide = {
  id: string;
  /** Null until the leader leads the hold or has taken the appeal. */
  name: string | null;
  library: string | null;
  hold: string;
  known: boolean;
  step: Words;
  lodgedAt: string;
  state: 'free' | 'mine' | 'taken' | 'decided';
  involvement: Involvement;
  attempts: { used: number; of: number };
  decision: Remedy | null;
  /** The work under appeal. Hidden from leaders who may not judge it, and from those of other holds until they take it. */
  work?: {
    words: string;
    submission: SubmissionView | null;
    gradings: GradingView[];
    result: ResultView | null;
  };
};

/** An appeal for the leader who may judge it: the adviser's words, the work and its earlier assessments. */
export async function seeAppeal(
  world: World,
  viewer: Viewer,
  appealId: string,
  language: Language = 'da',
): Promise<AppealToDecide | undefined> {
  const appeal = may(viewer, 'decide-appeal') ? await findAppeal(world.db, appealId) : undefined;
  const record = appeal && (await findRecord(world, world.db, appeal.enrolment_id));
  const step = record?.edition.course.steps.find(({ id }) => id === appeal?.step);
  const person = record && (await findPersonAt(world.db, record.enrolment.person_id, dayOf(world.now())));
  if (!appeal || !record || !person || !step || !('attempts' in step)) return undefined;
  const conflict = await conflictOf(world, world.db, viewer.personId, person.id);
  const involvement = involvementOf(record, appeal, viewer.personId, conflict);
  const facts = record.snapshot.context.steps[step.id] ?? noFacts;
  const mine = appeal.assessor_id === viewer.personId;
  const hold = (await findHold(world.db, record.enrolment.hold_id))!;
  const work = { step: step.id, claimed_by: appeal.assessor_id };
  const known = may(viewer, 'see-submission', await scopeOfWork(world.db, work, record.enrolment));
  return {
    id: appeal.id,
    name: known ? person.name : null,
    library: known ? person.library_name : null,
    hold: hold.name,
    known,
    step: step.title,
    lodgedAt: appeal.lodged_at,
    state: appeal.decided_at ? 'decided' : mine ? 'mine' : appeal.assessor_id ? 'taken' : 'free',
    involvement,
    attempts: { used: facts.attempts, of: step.attempts + facts.granted },
    decision: appeal.decision,
    ...(known &&
      involvement === 'none' && { work: { words: appeal.words, ...(await workOf(world, record, step.id, language)) } }),
  };
}

async function workOf(world: World, record: LearningRecord, stepId: string, language: Language) {
  const step = record.edition.course.steps.find(({ id }) => id === stepId);
  const none = { submission: null, gradings: [], result: null };
  switch (step?.kind) {
    case 'practical':
      return { ...none, ...(await findPracticalWork(world, record, stepId)) };
    case 'quiz':
      return { ...none, result: (await findQuizWork(world, record, step, language)).result };
    default:
      return none;
  }
}
