import { decideAppeal } from '#app/use-cases/appeals/decide-appeal.server.ts';
import { lodgeAppeal } from '#app/use-cases/appeals/lodge-appeal.server.ts';
import { takeAppeal } from '#app/use-cases/appeals/take-appeal.server.ts';
import { annulWithheld } from '#app/use-cases/certificates/issuing/annul-withheld.server.ts';
import { endLeave } from '#app/use-cases/holds/advisers/end-leave.server.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { grantAttempt } from '#app/use-cases/holds/advisers/grant-attempt.server.ts';
import { grantTime } from '#app/use-cases/holds/advisers/grant-time.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { listCourseDays } from '#db/queries/course-day.ts';
import { type Clock, type Enrolled, grade, handIn, requireOk, walkTo } from './adviser.ts';
import { type Cast, enrol } from './cast.ts';
import { failQuiz, type NamedAdviser, stageOf } from './stage.ts';

/** Stories about advisers who need a decision because something did not go as planned. */
export const decisionStories = [
  'on-leave',
  'back-from-leave',
  'longer-time',
  'own-deadline',
  'attempt-granted',
  'excused-from-day',
  'absent-from-day',
  'no-show',
  'lapsed',
  'closed-failed',
  'appeal-lodged',
  'appeal-under-review',
  'appeal-upheld-retry',
  'appeal-upheld-pass',
  'appeal-dismissed',
  'withheld',
  'annulled',
] as const;
export type DecisionStory = (typeof decisionStories)[number];

const day = 24 * 3_600_000;
const suspicion = 'To afleveringer er ens. Kursuslederen taler med begge.';

/** Plays one adviser's story about a decision by calling the use cases. */
export async function playDecision(cast: Cast, story: DecisionStory, who: NamedAdviser): Promise<void> {
  const { start, started, staff, practical, quiz, courseDay } = stageOf(cast, who);
  const leader = cast.leaders[0]!;
  switch (story) {
    case 'on-leave':
    case 'back-from-leave': {
      const { clock, enrolled } = await started(40);
      await walkTo(clock, enrolled, staff, 'm2');
      const { enrolmentId } = enrolled;
      requireOk(await giveLeave(clock.world, leader, { enrolmentId, reason: 'Orlov, aftalt på telefon' }));
      clock.pass(20 * day);
      if (story === 'back-from-leave') requireOk(await endLeave(clock.world, leader, { enrolmentId }));
      return;
    }
    case 'longer-time':
    case 'own-deadline': {
      const { clock, enrolled } = await started(11);
      const { enrolmentId } = enrolled;
      const reason = 'Aftalt med kursuslederen';
      requireOk(
        story === 'longer-time'
          ? await grantTime(clock.world, leader, { enrolmentId, factor: '1.5', reason })
          : await moveDeadline(clock.world, leader, { enrolmentId, day: addDays(cast.today, 200), reason }),
      );
      return;
    }
    case 'attempt-granted': {
      const { clock, enrolled } = await started(14);
      await failQuiz(clock, enrolled, staff, quiz);
      requireOk(
        await grantAttempt(clock.world, leader, {
          enrolmentId: enrolled.enrolmentId,
          step: quiz,
          reason: 'Strømmen gik under det sidste forsøg',
        }),
      );
      return;
    }
    case 'excused-from-day':
    case 'absent-from-day': {
      const { clock, enrolled } = await started(26);
      await walkTo(clock, enrolled, staff, courseDay);
      const [held] = await listCourseDays(clock.world.db, cast.holds.now);
      const outcome = story === 'excused-from-day' ? 'excused' : 'absent';
      requireOk(
        await recordAttendance(clock.world, leader, {
          courseDayId: held!.id,
          enrolmentId: enrolled.enrolmentId,
          outcome,
        }),
      );
      return;
    }
    case 'no-show': {
      const { clock, viewer } = await start(70);
      await enrol(clock, cast, viewer, cast.holds.ended);
      clock.pass(60 * day);
      await sweepDeadlines(clock.world);
      return;
    }
    case 'lapsed': {
      const { clock, enrolled } = await started(80, cast.holds.ended);
      await walkTo(clock, enrolled, staff, 'm2');
      clock.pass(60 * day);
      await sweepDeadlines(clock.world);
      return;
    }
    case 'closed-failed': {
      const { clock, enrolled } = await started(45);
      await failQuiz(clock, enrolled, staff, quiz);
      clock.pass(16 * day);
      await sweepDeadlines(clock.world);
      return;
    }
    case 'appeal-lodged':
    case 'appeal-under-review':
    case 'appeal-upheld-retry':
    case 'appeal-upheld-pass':
    case 'appeal-dismissed': {
      const { clock, enrolled } = await started(18);
      await walkTo(clock, enrolled, staff, practical);
      for (let tries = 0; tries < 3; tries++) {
        await handIn(clock, enrolled, practical);
        await grade(clock, enrolled, staff, practical, 'rejected', 'Sedlen har for mange trin, og princippet mangler.');
      }
      const appealId = await lodge(clock, enrolled, practical);
      if (story === 'appeal-lodged') return;
      clock.pass(day);
      const assessor = await take(clock, cast.leaders, appealId);
      if (story === 'appeal-under-review') return;
      clock.pass(day);
      const decision =
        story === 'appeal-upheld-retry' ? 'retry' : story === 'appeal-upheld-pass' ? 'pass' : 'dismissed';
      const feedback =
        decision === 'dismissed'
          ? 'Sedlen har tolv trin, og kravet er otte. Afgørelsen står.'
          : 'Princippet står på side to, og det var overset.';
      requireOk(await decideAppeal(clock.world, assessor, { appealId, decision, feedback }));
      return;
    }
    case 'withheld':
    case 'annulled': {
      const { clock, enrolled } = await started(60, cast.holds.old);
      const { enrolmentId } = enrolled;
      requireOk(await holdBack(clock.world, leader, { enrolmentId, reason: suspicion }));
      await walkTo(clock, enrolled, staff);
      clock.pass(day);
      if (story === 'annulled')
        requireOk(
          await annulWithheld(clock.world, cast.agency, {
            enrolmentId,
            reason: 'Afleveringen var skrevet af en anden.',
          }),
        );
      return;
    }
  }
}

async function lodge(clock: Clock, { viewer, enrolmentId }: Enrolled, step: string): Promise<string> {
  clock.pass(day / 2);
  const words = 'Princippet står på side to, og sedlen kan bruges, som den er.';
  requireOk(await lodgeAppeal(clock.world, viewer, { enrolmentId, step, words }));
  const { id } = await clock.world.db
    .selectFrom('appeal')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

/** The first leader who was never involved in the case takes the appeal. */
async function take(clock: Clock, leaders: readonly Viewer[], appealId: string): Promise<Viewer> {
  for (const leader of leaders) if ((await takeAppeal(clock.world, leader, { appealId })).ok) return leader;
  throw new Error('Every leader was involved.');
}
