import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { releaseName } from '#app/use-cases/certificates/register/release-name.server.ts';
import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { withdraw } from '#app/use-cases/learning/withdraw.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { outcomes } from '#curriculum/guidance/note-choices.ts';
import { offeredOn } from '#curriculum/guidance/parse-topics.ts';
import { claim, grade, handIn, requireOk, takeQuiz, walkTo } from './adviser.ts';
import { type Cast, clockAt, enrol, libraryIn } from './cast.ts';
import { failQuiz, latestSubmission, type NamedAdviser, stageOf } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Stories about advisers on the course. */
export const learningStories = [
  'requested',
  'waitlisted',
  'declined',
  'enrolled',
  'started',
  'reading',
  'writing',
  'handed-in',
  'in-review',
  'returned',
  'returned-and-accepted',
  'rejected',
  'rejected-twice-then-accepted',
  'exhausted-practical',
  'quiz-open',
  'quiz-under-way',
  'cooling',
  'passed-second-try',
  'exhausted-quiz',
  'withdrawn',
  'quiet',
  'certified',
  'certified-name-public',
  'expiring-soon',
  'renewal-open',
  'expired',
  'expired-long-ago',
  'revoked',
  'certified-and-busy',
  'moved',
  'left-the-library',
] as const;
export type LearningStory = (typeof learningStories)[number];

/** Plays one adviser's story by calling the use cases. */
export async function playLearning(cast: Cast, story: LearningStory, who: NamedAdviser): Promise<void> {
  const { start, started, certified, staff, practical, quiz, validDays } = stageOf(cast, who);
  switch (story) {
    case 'requested': {
      const { clock, viewer } = await start(2);
      requireOk(await requestSeat(clock.world, viewer, { holdId: cast.holds.now }));
      return;
    }
    case 'waitlisted':
    case 'declined': {
      const { clock, viewer } = await start(6);
      const asked = await requestSeat(clock.world, viewer, { holdId: cast.holds.full });
      requireOk(asked);
      clock.pass(day);
      if (asked.ok)
        requireOk(
          await decideRequest(clock.world, cast.leaders[0]!, {
            enrolmentId: asked.enrolmentId,
            decision: story === 'waitlisted' ? 'waitlist' : 'decline',
          }),
        );
      return;
    }
    case 'enrolled': {
      // Takes the only seat of the full hold, so that the others have a reason to wait.
      const { clock, viewer } = await start(8);
      await enrol(clock, cast, viewer, cast.holds.full);
      return;
    }
    case 'started':
      await started(5);
      return;
    case 'quiet':
      await started(33);
      return;
    case 'reading':
    case 'quiz-open': {
      const { clock, enrolled } = await started(9);
      await walkTo(clock, enrolled, staff, story === 'reading' ? 'm2' : quiz);
      return;
    }
    case 'writing': {
      const { clock, enrolled } = await started(6);
      await walkTo(clock, enrolled, staff, practical);
      clock.pass(hour);
      const text = 'Problem: "Jeg kan ikke finde mit brev fra kommunen."';
      requireOk(
        await saveDraft(clock.world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId, step: practical, text }),
      );
      return;
    }
    case 'handed-in':
    case 'in-review': {
      const { clock, enrolled } = await started(8);
      await walkTo(clock, enrolled, staff, practical);
      clock.pass(hour);
      await handIn(clock, enrolled, practical);
      if (story === 'in-review')
        await claim(clock, [...cast.leaders].reverse(), await latestSubmission(cast, enrolled, practical));
      return;
    }
    case 'returned':
    case 'returned-and-accepted':
    case 'rejected':
    case 'rejected-twice-then-accepted':
    case 'exhausted-practical': {
      const { clock, enrolled } = await started(14);
      await walkTo(clock, enrolled, staff, practical);
      const decisions = {
        returned: ['returned'],
        'returned-and-accepted': ['returned', 'accepted'],
        rejected: ['rejected'],
        'rejected-twice-then-accepted': ['rejected', 'rejected', 'accepted'],
        'exhausted-practical': ['rejected', 'rejected', 'rejected'],
      } as const;
      for (const decision of decisions[story]) {
        clock.pass(day);
        await handIn(clock, enrolled, practical);
        await grade(
          clock,
          enrolled,
          staff,
          practical,
          decision,
          'Sedlen har for mange trin. Del den i to, og skriv, hvor borgeren klikker.',
        );
      }
      return;
    }
    case 'quiz-under-way': {
      const { clock, enrolled } = await started(10);
      await walkTo(clock, enrolled, staff, quiz);
      clock.to(new Date(Date.parse(cast.world.now()) - 60_000).toISOString());
      requireOk(await startQuiz(clock.world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId, step: quiz }));
      return;
    }
    case 'cooling': {
      const { clock, enrolled } = await started(10);
      await walkTo(clock, enrolled, staff, quiz);
      clock.to(new Date(Date.parse(cast.world.now()) - 3 * hour).toISOString());
      await takeQuiz(clock, enrolled, quiz, 0.5);
      return;
    }
    case 'passed-second-try': {
      const { clock, enrolled } = await started(20);
      await walkTo(clock, enrolled, staff, quiz);
      await takeQuiz(clock, enrolled, quiz, 0.5);
      await walkTo(clock, enrolled, staff);
      return;
    }
    case 'exhausted-quiz': {
      const { clock, enrolled } = await started(14);
      await failQuiz(clock, enrolled, staff, quiz);
      return;
    }
    case 'withdrawn': {
      const { clock, enrolled } = await started(15);
      clock.pass(day);
      requireOk(await withdraw(clock.world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId }));
      return;
    }
    case 'certified':
      await certified(40 + Math.floor(cast.random() * 200));
      return;
    case 'certified-name-public': {
      const { clock, viewer, number } = await certified(90);
      requireOk(await releaseName(clock.world, viewer, { number, isPublic: true }));
      return;
    }
    case 'expiring-soon':
      await certified(validDays - 40);
      return;
    case 'renewal-open':
      await certified(validDays - 80);
      return;
    case 'expired':
      await certified(validDays + 20);
      return;
    case 'expired-long-ago':
      await certified(validDays + 120);
      return;
    case 'revoked': {
      const { clock, number } = await certified(120);
      clock.pass(30 * day);
      requireOk(
        await changeCertificate(clock.world, cast.agency, {
          action: 'revoke',
          number,
          reason: 'Udstedt ved en fejl: prøven var taget af en anden.',
        }),
      );
      return;
    }
    case 'certified-and-busy': {
      const { viewer } = await certified(150);
      for (let daysAgo = 60; daysAgo > 0; daysAgo -= 5) await logOne(cast, viewer, daysAgo);
      return;
    }
    case 'moved': {
      const { viewer } = await certified(200);
      requireOk(
        await movePerson(cast.world, null, {
          personId: viewer.personId,
          library: libraryIn('0561'),
          from: addDays(cast.today, -30),
        }),
      );
      return;
    }
    case 'left-the-library': {
      const { viewer } = await certified(220);
      requireOk(
        await movePerson(cast.world, null, { personId: viewer.personId, library: '', from: addDays(cast.today, -20) }),
      );
      return;
    }
  }
}

async function logOne(cast: Cast, viewer: Viewer, daysAgo: number): Promise<void> {
  const { world } = clockAt(cast, daysAgo);
  const pick = <T>(list: readonly T[]) => list[Math.floor(cast.random() * list.length)]!;
  requireOk(
    await logGuidance(world, viewer, {
      operationId: world.newId(),
      topic: pick(offeredOn(world.topics, cast.today)).key,
      outcome: pick(outcomes),
    }),
  );
}
