import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { type RaterAgreement, raterAgreement } from '#curriculum/grading/rater-agreement.ts';
import type { Judged } from '#curriculum/grading/verdict-of.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { listGradedByTwo } from '#db/queries/double-grading.ts';
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
  /** For each practical that two leaders grade: how alike they judge the decision and each criterion. */
  agreement: { step: string; title: Words; decision: RaterAgreement; criteria: CriterionAgreement[] }[];
};
type CriterionAgreement = { id: string; title: Words } & RaterAgreement;

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
    agreement: await agreementIn(world, course),
  };
}

async function agreementIn(world: World, course: Course): Promise<QuestionsView['agreement']> {
  const practicals = course.steps.flatMap((step) => (step.kind === 'practical' ? [step] : []));
  if (practicals.length === 0) return [];
  const rows = await listGradedByTwo(world.db, course.id, course.edition);
  return practicals.flatMap(({ id: step, title, double, rubric }) => {
    const pairs = rows
      .filter((row) => row.step === step)
      .map(({ decision, second_decision, rubric, second_rubric }) => ({
        decisions: [decision, second_decision] as const,
        judged: [JSON.parse(rubric), JSON.parse(second_rubric)] as [Judged, Judged],
      }));
    if (double === undefined && pairs.length === 0) return [];
    const criteria = rubric.map(({ id, title }) => {
      // Who moved from an earlier edition may have been judged by other criteria.
      const both = pairs.flatMap(({ judged: [one, other] }) =>
        one[id] === undefined || other[id] === undefined ? [] : [[String(one[id]), String(other[id])] as const],
      );
      return { id, title, ...raterAgreement(both) };
    });
    return [{ step, title, decision: raterAgreement(pairs.map(({ decisions }) => decisions)), criteria }];
  });
}
