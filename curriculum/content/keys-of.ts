import type { Course, RubricCriterion, Step, StepKeys } from '#curriculum/flow/course.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import type { Reading } from './parse-reading.ts';

/** What each step asks for beyond its words: the keys of its questions, and how many points the text of each criterion has, with its levels. */
export function keysOf(
  { steps }: Pick<Course, 'steps'>,
  banks: ReadonlyMap<string, readonly Question[]>,
  readings: ReadonlyMap<string, Reading>,
): Record<string, StepKeys> {
  return Object.fromEntries(steps.map((step) => [step.id, keysOfStep(step, banks, readings)]));
}

function keysOfStep(
  step: Step,
  banks: ReadonlyMap<string, readonly Question[]>,
  readings: ReadonlyMap<string, Reading>,
): StepKeys {
  switch (step.kind) {
    case 'quiz':
      return Object.fromEntries(
        step.blueprint.flatMap(({ bank }) => (banks.get(bank) ?? []).map((each) => [each.id, keyOf(each)])),
      );
    case 'practical': {
      const spelt = new Map(readings.get(step.id)?.criteria.map(({ title, points }) => [title, points.length]));
      return Object.fromEntries(
        step.rubric.map((criterion) => [
          criterion.id,
          { demands: [String(spelt.get(criterion.title.da) ?? 0), ...levelsOf(criterion)].join(' '), texts: {} },
        ]),
      );
    }
    case 'lesson':
    case 'day':
      return {};
  }
}

/** The levels of a criterion without their words: what they earn, and which is enough. */
const levelsOf = ({ levels = [], mustPass }: RubricCriterion): string[] => [
  ...levels.map(({ id, points }) => `${id}:${points}`),
  ...(mustPass ? [`from ${mustPass}`] : []),
];

const keyOf = (question: Question) => {
  const { demands, texts } = kindOf(question).key(question);
  return { demands: `${question.kind} ${demands}`, texts };
};
