import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Criterion } from '#curriculum/content/criteria-in.ts';
import { readingIn } from '#curriculum/content/translations/told-in.ts';
import type { RubricCriterion, StepOf } from '#curriculum/flow/course.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { noFacts } from '#curriculum/flow/flow-event.ts';
import { answerBy } from '#curriculum/grading/answer-by.ts';
import { isBlind, namelessFile, withoutNames } from '#curriculum/grading/blind.ts';
import { differenceBetween, mayGradeNext, nextPart } from '#curriculum/grading/double-grading.ts';
import { type ToldCriterion, toldGrading } from '#curriculum/grading/told-grading.ts';
import type { Judged } from '#curriculum/grading/verdict-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { type DoubleGrading, listDoubleGradings } from '#db/queries/double-grading.ts';
import { findStepSince } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { findSubmission, listFiles, listGradings } from '#db/queries/submission.ts';
import { conflictOf } from './conflict-of.server.ts';
import { holderOf, type WorkHolder } from './holder-of.ts';
import { scopeOfWork } from './scope-of-work.server.ts';

export type StoredGrading = {
  part: 'first' | 'second' | 'settling';
  decision: 'accepted' | 'returned' | 'rejected';
  grader: string;
  at: string;
  feedback: string;
  reason: string | null;
  /** What was judged of each criterion, in the order of the rubric. */
  criteria: ToldCriterion[];
};
export type TwoGradings = {
  /** What the next grading is, of a hand-in that is not decided. */
  next: 'first' | 'second' | 'settling' | null;
  /** The viewer made the first grading, so another leader makes the second. */
  isAnothers: boolean;
  /** Both gradings, and what settled them: never the first alone, because the second does not see it. */
  gradings: StoredGrading[];
  /** The criteria that the two judge differently, and whether they decide differently. */
  differs: { decision: boolean; criteria: string[] } | null;
};
type Words = { da: string; en: string };
export type SubmissionToGrade = {
  id: string;
  /** Null until the leader leads the hold or has taken the work, and where the course hides it until it is decided. */
  name: string | null;
  library: string | null;
  hold: string;
  /** Whether the leader may read whose work it is and what it says. */
  known: boolean;
  /** The course hides whose work it is, and it is not decided yet. */
  blind: boolean;
  step: Words;
  number: number;
  state: string;
  handedInAt: string;
  /** The last day to answer on; null when it is answered. */
  answerBy: string | null;
  claimedByMe: boolean;
  holder: WorkHolder | null;
  conflict: Conflict;
  text: string;
  files: { sha256: string; name: string }[];
  /** Each criterion with what the text of the task says it asks for; `told` is the language of that text. */
  rubric: (RubricCriterion & { asks: Pick<Criterion, 'lead' | 'points'> | null })[];
  told: Language;
  attempts: { used: number; of: number };
  double: TwoGradings;
  earlier: { decision: 'accepted' | 'returned' | 'rejected'; grader: string; at: string; feedback: string }[];
};

/**
 * A submission for its grader. Whose it is and what it says is shown to the leaders of the hold and to who has taken it;
 * a leader with a conflict of interest cannot read the text. Nobody but the adviser sees a draft.
 */
export async function seeSubmission(
  world: World,
  viewer: Viewer,
  submissionId: string,
  language: Language = 'da',
): Promise<SubmissionToGrade | undefined> {
  const submission = await findSubmission(world.db, submissionId);
  const record = submission && (await findRecord(world, world.db, submission.enrolment_id));
  if (!submission || !record || submission.state === 'draft' || !may(viewer, 'grade')) return undefined;
  const step = record.edition.course.steps.find(({ id }) => id === submission.step);
  const person = await findPersonAt(world.db, record.enrolment.person_id, dayOf(world.now()));
  if (step?.kind !== 'practical' || !person) return undefined;
  const reading = readingIn(record.edition, step.id, language);
  const told = reading?.language ?? 'da';
  const conflict = await conflictOf(world, world.db, viewer.personId, person.id);
  const facts = record.snapshot.context.steps[step.id] ?? noFacts;
  const known = may(viewer, 'see-submission', await scopeOfWork(world.db, submission, record.enrolment));
  const open = known && conflict === 'none';
  const blind = isBlind(step, submission);
  const said = (text: string) => (blind ? withoutNames(text, [person.name, person.library_name]) : text);
  const gradings = open ? await listGradings(world.db, record.enrolment.id, step.id) : [];
  const { claimed_by } = submission;
  const others = submission.state === 'in-review' && claimed_by && claimed_by !== viewer.personId;
  const holder = others ? await findPersonAt(world.db, claimed_by, dayOf(world.now())) : undefined;
  const since = others ? await findStepSince(world.db, record.enrolment.id, step.id) : undefined;
  return {
    id: submission.id,
    name: known && !blind ? person.name : null,
    library: known && !blind ? person.library_name : null,
    hold: (await findHold(world.db, record.enrolment.hold_id))!.name,
    known,
    blind,
    step: step.title,
    number: submission.number,
    state: submission.state,
    handedInAt: submission.handed_in_at ?? submission.saved_at,
    answerBy: submission.handed_in_at && !submission.decided_at ? answerBy(submission.handed_in_at) : null,
    claimedByMe: submission.claimed_by === viewer.personId,
    holder: holder && since ? holderOf(holder.name, since, world.now()) : null,
    conflict,
    text: open ? said(submission.text) : '',
    files: open
      ? (await listFiles(world.db, submission.id)).map(({ sha256, name }, at) => ({
          sha256,
          name: blind ? namelessFile(name, at) : name,
        }))
      : [],
    rubric: step.rubric.map((criterion) => ({
      ...criterion,
      asks: reading?.criteria.find((each) => each.title === criterion.title[told]) ?? null,
    })),
    told,
    attempts: { used: facts.attempts, of: step.attempts + facts.granted },
    double: twoGradings(await listDoubleGradings(world.db, submission.id), step, {
      viewerId: viewer.personId,
      isDecided: submission.decided_at !== null,
      isOpen: open,
      said,
    }),
    earlier: gradings.map(({ decision, grader, at, feedback }) => ({
      ...{ decision, grader, at },
      feedback: said(feedback),
    })),
  };
}

function twoGradings(
  stored: readonly DoubleGrading[],
  step: StepOf<'practical'>,
  asked: { viewerId: string; isDecided: boolean; isOpen: boolean; said: (text: string) => string },
): TwoGradings {
  const [first, second] = stored;
  const judgedIn = ({ rubric }: DoubleGrading): Judged => JSON.parse(rubric);
  const both = asked.isOpen && first && second;
  return {
    next: asked.isDecided ? null : nextPart(stored.length),
    isAnothers: !asked.isDecided && !mayGradeNext(stored, asked.viewerId),
    gradings: both
      ? stored.map((row) => ({
          ...{ part: row.part, decision: row.decision, grader: row.grader, at: row.at, reason: row.reason },
          feedback: asked.said(row.feedback),
          criteria: toldGrading(step, judgedIn(row)).criteria,
        }))
      : [],
    differs: both
      ? differenceBetween({ ...first, judged: judgedIn(first) }, { ...second, judged: judgedIn(second) })
      : null,
  };
}
