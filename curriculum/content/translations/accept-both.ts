import type { Edition } from '#curriculum/content/edition.ts';
import type { Reading } from '#curriculum/content/reading.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';

type Asked = Pick<Edition, 'banks' | 'readings' | 'english'>;

/**
 * Whoever reads English may answer in either language, and so may whoever reads Danish: a typed answer is right if one of
 * the two accepts it.
 */
export function acceptBoth({ banks, readings, english }: Asked): Asked {
  const all = new Map(
    [...banks.values(), ...[...readings.values()].map(checksIn)].flat().map((each) => [each.id, each]),
  );
  const accepting = (question: Question, other: Question | undefined) =>
    other ? (kindOf(question).accepting?.(question, other) ?? question) : question;
  const inDanish = (question: Question) => accepting(question, english.questions.get(question.id));
  return {
    banks: new Map([...banks].map(([name, questions]) => [name, questions.map(inDanish)])),
    readings: new Map([...readings].map(([step, reading]) => [step, withChecks(reading, inDanish)])),
    english: {
      ...english,
      questions: new Map(
        [...english.questions].map(([id, question]) => [id, accepting(question, all.get(id))] as const),
      ),
    },
  };
}

const checksIn = ({ exercises }: Reading): Question[] =>
  exercises.flatMap((exercise) => (exercise.is === 'check' ? [exercise.question] : []));

const withChecks = (reading: Reading, change: (question: Question) => Question): Reading => ({
  ...reading,
  exercises: reading.exercises.map((exercise) =>
    exercise.is === 'check' ? { ...exercise, question: change(exercise.question) } : exercise,
  ),
});
