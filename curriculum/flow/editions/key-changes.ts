import type { StepKeys } from '#curriculum/flow/course.ts';
import type { QuestionKey } from '#curriculum/quiz/kinds/kind.ts';

/** The questions of a quiz, or the criteria of a practical, that one edition has and another has not, or with another key. */
export type KeyChanges = { changed: string[]; added: string[]; removed: string[] };

export function keyChanges(from: StepKeys = {}, to: StepKeys = {}): KeyChanges {
  return {
    changed: Object.keys(to).filter((id) => from[id] && isOther(from[id], to[id]!)),
    added: Object.keys(to).filter((id) => !from[id]),
    removed: Object.keys(from).filter((id) => !to[id]),
  };
}

export const hasSameKeys = (from: StepKeys | undefined, to: StepKeys | undefined): boolean =>
  Object.values(keyChanges(from, to)).every((ids) => ids.length === 0);

const isOther = (from: QuestionKey, to: QuestionKey) =>
  from.demands !== to.demands ||
  Object.entries(to.texts).some(([text, right]) => from.texts[text] !== undefined && from.texts[text] !== right);
