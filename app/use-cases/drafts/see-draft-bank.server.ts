import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { draftFor } from './draft-for.ts';
import { maySeeKeys } from './may-see-keys.ts';
import { type QuestionWithKey, questionWithKey } from './question-with-key.ts';

type Words = { da: string; en: string };
export type DraftBank = {
  course: { id: string; title: Words };
  edition: string;
  bank: string;
  /** The tests that draw from it. */
  tests: Words[];
  questions: QuestionWithKey[];
};

/** The questions of one bank of a draft with keys and feedback; undefined for whoever may not see them. */
export function seeDraftBank(
  world: Pick<World, 'catalogue'>,
  viewer: Viewer,
  { bank, language, ...place }: { course: string; edition: string; bank: string; language: Language },
): DraftBank | undefined {
  const draft = draftFor(world, viewer, place);
  const questions = draft?.banks.get(bank);
  if (!draft || !questions || !maySeeKeys(viewer)) return undefined;
  const { course } = draft;
  return {
    course: { id: course.id, title: course.title },
    edition: course.edition,
    bank,
    tests: course.steps.flatMap((step) =>
      step.kind === 'quiz' && step.blueprint.some((line) => line.bank === bank) ? [step.title] : [],
    ),
    questions: questions.map((question) => questionWithKey(draft, question, { bank, language })),
  };
}
