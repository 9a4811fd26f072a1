import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { findHold } from '#db/queries/hold.ts';
import { countItemScores } from '#db/queries/quiz.ts';

type Words = { da: string; en: string };
export type QuestionsView = {
  hold: { id: string; name: string };
  course: Words;
  edition: string;
  /** A question with fewer answers than this is not shown. */
  enough: number;
  /** Questions with enough answers, the hardest first. `right` is the share of fully correct answers, 0 to 1. */
  questions: { id: string; text: string; steps: Words[]; answers: number; right: number }[];
  /** How many questions have too few answers. */
  few: number;
};

/** With fewer answers, a share is mostly chance and might reveal who answered. */
const enough = 20;

/** A scale has no right answer, so it is not difficult. */
const isScored = (question: Question) => !kindOf(question).unscored;

/** The difficult questions of the hold's course edition, across all holds; never who answered what. */
export async function seeQuestions(world: World, viewer: Viewer, holdId: string): Promise<QuestionsView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const found = world.catalogue.find(hold.course, hold.edition);
  if (!found) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const { course, banks } = found;
  const counted = new Map(
    (await countItemScores(world.db, hold.course, hold.edition)).map((row) => [`${row.bank}/${row.question}`, row]),
  );
  const all = [...banks].flatMap(([bank, questions]) =>
    questions.filter(isScored).map(({ id, text }) => {
      const { answers = 0, right = 0 } = counted.get(`${bank}/${id}`) ?? {};
      const steps = course.steps.flatMap((step) =>
        step.kind === 'quiz' && step.blueprint.some((part) => part.bank === bank) ? [step.title] : [],
      );
      return { id: `${bank}/${id}`, text, steps, answers, right: right / Math.max(1, answers) };
    }),
  );
  const known = all.filter(({ answers }) => answers >= enough);
  return {
    hold: { id: hold.id, name: hold.name },
    course: course.title,
    edition: course.edition,
    enough,
    questions: known.sort((a, b) => a.right - b.right || b.answers - a.answers),
    few: all.length - known.length,
  };
}
