import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import type { Question } from '#curriculum/quiz/question.ts';

const [matching] = kinds.matching.samples;
const [categorise] = kinds.categorise.samples;
const [cloze] = kinds.cloze.samples;

/** Takes each part from the right answer or from the wrong one. */
const mixed = <T>(right: Record<string, T>, wrong: Record<string, T>) => {
  const ids = Object.keys(right);
  return (marks: readonly boolean[]) =>
    Object.fromEntries(ids.map((id, at) => [id, (marks[at] ? right[id] : wrong[id])!] as const));
};

type Parts = { question: Question; parts: number; answer(right: readonly boolean[]): unknown };

/** Questions whose parts are right or wrong each by itself, and an answer with these of them right. */
export const questions: Parts[] = [
  {
    question: matching,
    parts: matching.pairs.length,
    answer: (marks) => ({
      matched: mixed(kinds.matching.right(matching).matched, kinds.matching.wrong(matching).matched)(marks),
    }),
  },
  {
    question: categorise,
    parts: categorise.items.length,
    answer: (marks) => ({
      sorted: mixed(kinds.categorise.right(categorise).sorted, kinds.categorise.wrong(categorise).sorted)(marks),
    }),
  },
  {
    question: cloze,
    parts: cloze.gaps.length,
    answer: (marks) => ({
      filled: mixed<string | number>(kinds.cloze.right(cloze).filled, kinds.cloze.wrong(cloze).filled)(marks),
    }),
  },
];
