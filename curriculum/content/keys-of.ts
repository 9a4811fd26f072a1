import type { Course, Step, StepKeys } from '#curriculum/flow/course.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import type { Reading } from './parse-reading.ts';

/** What each step asks for beyond its words: the keys of its questions, and how many points each criterion has. */
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
        step.rubric.map(({ id, title }) => [id, { demands: String(spelt.get(title.da) ?? 0), texts: {} }]),
      );
    }
    case 'lesson':
    case 'day':
      return {};
  }
}

const keyOf = (question: Question) => {
  const { demands, texts } = kindOf(question).key(question);
  return { demands: `${question.kind} ${demands}`, texts };
};
