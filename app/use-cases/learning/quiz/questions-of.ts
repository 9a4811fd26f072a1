import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import type { ItemRow } from '#db/queries/quiz.ts';

/** The questions of an attempt, in the order they were drawn. */
export function questionsOf(record: Pick<LearningRecord, 'edition'>, items: readonly ItemRow[]): Question[] {
  return items.map((item) => {
    const question = record.edition.banks.get(item.bank)?.find(({ id }) => id === item.question);
    if (!question) throw new Error(`Question ${item.question} is not in bank ${item.bank}.`);
    return question;
  });
}
