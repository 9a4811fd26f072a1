import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { cardOf } from '#curriculum/practice/card.ts';
import { checkAnswer } from '#curriculum/quiz/check-answer.ts';
import type { AnswerIssue } from '#curriculum/quiz/parse-answer.ts';
import {
  findPracticeAnswer,
  insertPracticeAnswer,
  listPracticeAnswers,
  listRound,
  lockPracticeSetting,
  type PracticeAnswer,
  putPracticeCard,
} from '#db/queries/practice.ts';
import { findPractice } from './find-practice.server.ts';
import { orderIn } from './order-in.ts';
import { roundsOf } from './rounds-of.ts';

type Input = {
  course: string;
  question: string;
  /** The operation of the first try; the same as `operationId` when this is the first. */
  round: string;
  operationId: string;
  answer: readonly string[];
  /** How sure the adviser is, from 1 (a guess) to 4; null if they did not say. */
  certainty: number | null;
};
type Outcome =
  | { ok: true; round: string; right: boolean }
  | { ok: false; reason: 'not-found' | 'not-practising' | 'answered' }
  | { ok: false; reason: 'not-an-answer'; issue: AnswerIssue };

/**
 * Judges an answer in practice at once and says when the question comes again. The same answer sent twice changes nothing;
 * another answer to the same asking is refused, but for one second try after a first that was not right.
 */
export function savePracticeAnswer(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'practise', { personId: viewer.personId })) return { ok: false, reason: 'not-found' };
    const setting = await lockPracticeSetting(trx, viewer.personId);
    if (!setting || setting.stopped_at !== null) return { ok: false, reason: 'not-practising' };
    const practice = await findPractice(world, trx, viewer.personId);
    const key = `${input.course}/${input.question}`;
    const asked = practice?.questions.find((each) => each.key === key);
    if (!practice || !asked || !input.operationId || !input.round) return { ok: false, reason: 'not-found' };
    const checked = checkAnswer(asked.question, orderIn(input.round, asked.question), input.answer);
    if (!checked.ok) return { ok: false, reason: 'not-an-answer', issue: checked.issue };
    const value = JSON.stringify(checked.answer);
    const right = checked.score >= 1;
    const before = await findPracticeAnswer(trx, input.operationId);
    if (before)
      return isSame(before, { ...input, value, personId: viewer.personId })
        ? { ok: true, round: input.round, right }
        : { ok: false, reason: 'answered' };
    const tries = await listRound(trx, viewer.personId, input.round);
    const isFirst = input.round === input.operationId;
    if (isFirst ? tries.length > 0 : !mayTryAgain(tries, input)) return { ok: false, reason: 'answered' };
    const at = world.now();
    const row: PracticeAnswer = {
      id: world.newId(),
      person_id: viewer.personId,
      course: input.course,
      edition: asked.edition.course.edition,
      question: input.question,
      round: input.round,
      nth: isFirst ? 1 : 2,
      value,
      share: checked.score,
      certainty: input.certainty,
      on_day: practice.today,
      client_op_id: input.operationId,
      recorded_at: at,
    };
    await insertPracticeAnswer(trx, row);
    const answers = await listPracticeAnswers(trx, { personId: viewer.personId, ...input });
    const card = cardOf(roundsOf(answers))!;
    await putPracticeCard(trx, {
      id: world.newId(),
      person_id: viewer.personId,
      course: input.course,
      edition: row.edition,
      question: input.question,
      first_on: card.firstOn,
      last_on: card.lastOn,
      due_on: card.dueOn,
      stability: card.stability,
      difficulty: card.difficulty,
      asked: card.asked,
      missed: card.missed,
      last: card.last,
      recorded_at: at,
    });
    return { ok: true, round: input.round, right };
  });
}

const isSame = (row: PracticeAnswer, sent: Input & { value: string; personId: string }) =>
  row.person_id === sent.personId &&
  row.course === sent.course &&
  row.question === sent.question &&
  row.round === sent.round &&
  row.value === sent.value;

const mayTryAgain = ([first, ...more]: readonly PracticeAnswer[], { course, question }: Input) =>
  first !== undefined && more.length === 0 && first.share < 1 && first.course === course && first.question === question;
