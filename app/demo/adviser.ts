import type { World } from '#app/platform/world.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { listCourseDays } from '#db/queries/course-day.ts';
import { findLatestAttempt, type ItemRow, listItems } from '#db/queries/quiz.ts';
import { findLatestSubmission } from '#db/queries/submission.ts';

export type Enrolled = { viewer: Viewer; enrolmentId: string };
/** The leaders who grade and note attendance. The first one without a conflict of interest takes the work. */
export type Staff = { leaders: readonly Viewer[] };

const minute = 60_000;

/** A world with a clock that we can set. Every use case runs as if it were that time. */
export function worldThrough(
  world: World,
  start: string,
): { world: World; pass(milliseconds: number): void; to(instant: string): void } {
  let at = Date.parse(start);
  const then = { ...world, now: () => new Date(at).toISOString() };
  return {
    world: then,
    pass: (milliseconds) => void (at += milliseconds),
    to: (instant) => void (at = Math.max(at, Date.parse(instant))),
  };
}

export type Clock = ReturnType<typeof worldThrough>;

/** The next step of somebody who is enrolled, if there is one. */
export async function nextStep(clock: Clock, { enrolmentId }: Enrolled) {
  const record = (await findRecord(clock.world, clock.world.db, enrolmentId))!;
  return progressIn(record.edition.course, record.snapshot).next;
}

/** Takes steps until `until` is the next one, or until every step is done. */
export async function walkTo(clock: Clock, enrolled: Enrolled, staff: Staff, until?: string): Promise<void> {
  for (
    let step = await nextStep(clock, enrolled);
    step && step.step !== until;
    step = await nextStep(clock, enrolled)
  ) {
    clock.pass(35 * minute);
    if (step.from) clock.to(step.from);
    await takeStep(clock, enrolled, staff, step.step, step.action);
  }
}

async function takeStep(clock: Clock, enrolled: Enrolled, staff: Staff, step: string, action: string): Promise<void> {
  const place = { enrolmentId: enrolled.enrolmentId, step };
  switch (action) {
    case 'read':
      return requireOk(await readLesson(clock.world, enrolled.viewer, place));
    case 'start-quiz':
    case 'finish-quiz':
      return takeQuiz(clock, enrolled, step, 1);
    case 'hand-in':
      await handIn(clock, enrolled, step);
      return grade(
        clock,
        enrolled,
        staff,
        step,
        'accepted',
        'Godt arbejde. Eksemplet er genkendeligt, og sedlen kan følges.',
      );
    case 'attend':
      return attend(clock, enrolled, staff, step);
  }
}

/** Answers this share of the questions correctly, then hands in. */
export async function takeQuiz(clock: Clock, enrolled: Enrolled, step: string, share: number): Promise<void> {
  const { world } = clock;
  requireOk(await startQuiz(world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId, step }));
  const attempt = (await findLatestAttempt(world.db, enrolled.enrolmentId, step))!;
  const record = (await findRecord(world, world.db, enrolled.enrolmentId))!;
  const items = await listItems(world.db, attempt.id);
  const questions = questionsOf(record, items);
  const right = Math.round(items.length * share);
  for (const [at, item] of items.entries()) {
    clock.pass(minute / 2);
    const answer = formAnswer(questions[at]!, item, at < right ? 'right' : 'wrong');
    const { slot } = item;
    requireOk(
      await saveAnswer(world, enrolled.viewer, { attemptId: attempt.id, slot, operationId: world.newId(), answer }),
    );
  }
  requireOk(await handInQuiz(world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId, attemptId: attempt.id }));
}

/** What a form sends for a right or a wrong answer to a question as it was laid out. */
export function formAnswer(question: Question, item: Pick<ItemRow, 'option_order'>, how: 'right' | 'wrong'): string[] {
  const kind = kindOf(question);
  return kind.toForm(question, JSON.parse(item.option_order), kind[how](question));
}

export async function handIn(clock: Clock, { viewer, enrolmentId }: Enrolled, step: string): Promise<void> {
  const text = `Problem: "Jeg er flyttet, men får stadig post det gamle sted."\nPrincip: Adressen står ét sted. Når den er ændret dér, følger de andre efter.\nOverblik: find, log ind, skriv, læs igennem, send, gem.\nNavigationsseddel: 1. Find siden. 2. Log ind. 3. Vælg, hvem der flytter. 4. Skriv dato. 5. Skriv adresse. 6. Læs igennem. 7. Send. 8. Gem kvitteringen.`;
  requireOk(await handInPractical(clock.world, viewer, { enrolmentId, step, text }));
}

/** A leader without a conflict takes the work two days later and decides. */
export async function grade(
  clock: Clock,
  { enrolmentId }: Enrolled,
  { leaders }: Staff,
  step: string,
  decision: 'accepted' | 'returned' | 'rejected',
  feedback: string,
): Promise<void> {
  clock.pass(2 * 24 * 60 * minute);
  const submission = (await findLatestSubmission(clock.world.db, enrolmentId, step))!;
  const leader = await claim(clock, leaders, submission.id);
  const record = (await findRecord(clock.world, clock.world.db, enrolmentId))!;
  const practical = record.edition.course.steps.find(({ id }) => id === step);
  const rubric = practical?.kind === 'practical' ? practical.rubric : [];
  const judged = Object.fromEntries(
    rubric.map(({ id, levels }, at) => {
      const isEnough = decision === 'accepted' || at < rubric.length - 1;
      return [id, (isEnough ? levels?.at(-1)?.id : levels?.[0]?.id) ?? (isEnough ? 'met' : 'missing')];
    }),
  );
  clock.pass(15 * minute);
  requireOk(await gradeSubmission(clock.world, leader, { submissionId: submission.id, decision, judged, feedback }));
}

export async function claim(clock: Clock, leaders: readonly Viewer[], submissionId: string): Promise<Viewer> {
  for (const leader of leaders) {
    if ((await claimSubmission(clock.world, leader, { submissionId })).ok) return leader;
  }
  throw new Error('No leader without a conflict.');
}

async function attend(clock: Clock, enrolled: Enrolled, { leaders }: Staff, step: string): Promise<void> {
  const record = (await findRecord(clock.world, clock.world.db, enrolled.enrolmentId))!;
  const day = (await listCourseDays(clock.world.db, record.enrolment.hold_id)).find((each) => each.step === step);
  if (!day) throw new Error(`The hold has no day for ${step}.`);
  for (const leader of leaders) {
    if (
      (
        await recordAttendance(clock.world, leader, {
          courseDayId: day.id,
          enrolmentId: enrolled.enrolmentId,
          outcome: 'attended',
        })
      ).ok
    )
      return;
  }
  throw new Error('No leader of the hold.');
}

/** Demo data follows the same rules as real data, so a refusal means that the story is wrong. */
export function requireOk(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`The story was refused: ${JSON.stringify(outcome)}`);
}
