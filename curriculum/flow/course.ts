import { z } from 'zod';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { QuestionKey } from '#curriculum/quiz/kinds/kind.ts';
import { Duration, ExactDuration } from './duration.ts';

// Step ids become state keys and event names, where "." and "#" have a meaning for XState.
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'Use small letters, digits and hyphens, beginning with a letter.');
const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const EditionName = z
  .string('Put the edition in quotes: YAML reads 2026.10 as the number 2026.1.')
  .regex(/^\d{4}\.\d+$/, 'An edition is a year and a number: "2026.1".');
const Attempts = z.int().min(1).max(9);
/** What somebody can do after the step; the badge says it. */
const Goals = z.array(Words).min(1).optional();

/** The step of an earlier edition that counts as this one for people who move: "2026.1/m4-test". */
const SameAs = z
  .string()
  .regex(/^\d{4}\.\d+\/[a-z][a-z0-9-]*$/, 'Write the edition and the step: "2026.1/m4-test".')
  .optional();

/** The later step before which this one must be done; the steps in between do not wait for it. */
const DueBefore = Id.optional();

const Lesson = z.strictObject({
  id: Id,
  kind: z.literal('lesson'),
  title: Words,
  sameAs: SameAs,
  /** The lesson may be read as soon as the step before it is open. */
  opensEarly: z.literal(true, 'Write opensEarly: true, or take the line out.').optional(),
  dueBefore: DueBefore,
  minutes: z.int().positive().optional(),
  goals: Goals,
});
/** How many questions a quiz draws from a bank: any, or those of a goal, of a level, or of both. */
const BlueprintLine = z.strictObject({
  bank: Id,
  draw: z.int().positive(),
  goal: Id.optional(),
  level: Id.optional(),
});
export type BlueprintLine = z.infer<typeof BlueprintLine>;
const Quiz = z.strictObject({
  id: Id,
  kind: z.literal('quiz'),
  title: Words,
  sameAs: SameAs,
  dueBefore: DueBefore,
  blueprint: z.array(BlueprintLine).min(1),
  passMark: z.number().gt(0).max(1),
  attempts: Attempts,
  delay: Duration,
  timeLimit: ExactDuration.optional(),
  /** Each answer is asked how certain it is; `scored` lets that count. */
  certainty: z.enum(['asked', 'scored']).optional(),
});
/** A step on the way from nothing to all that a criterion asks for: how it is told apart, and what it earns. */
const Level = z.strictObject({
  id: Id,
  title: Words,
  points: z.int().min(0).max(100),
  descriptor: Words,
});
export type Level = z.infer<typeof Level>;
/**
 * What a hand-in is judged by: met or not, or by one of its levels, the lowest first. `mustPass` is the lowest level that
 * is enough, however many points there are besides.
 */
const Criterion = z.strictObject({
  id: Id,
  title: Words,
  levels: z.array(Level).min(2, 'List at least two levels, or none: then the criterion is met or not.').optional(),
  mustPass: Id.optional(),
});
export type RubricCriterion = z.infer<typeof Criterion>;
const wrongDouble = 'Write double: all, double: borderline, or a share between 0 and 1, as in "double: 0.2".';
/** Which hand-ins two leaders grade, each on their own: all, those near the pass mark, or a drawn share. */
const Double = z.union(
  [z.enum(['all', 'borderline']), z.number().refine((share) => share > 0 && share < 1, wrongDouble)],
  { error: wrongDouble },
);
export type Double = z.infer<typeof Double>;
const Practical = z.strictObject({
  id: Id,
  kind: z.literal('practical'),
  title: Words,
  sameAs: SameAs,
  dueBefore: DueBefore,
  rubric: z.array(Criterion).min(1),
  /** How many points of the levels are enough. */
  passMark: z.int('Write the points that are enough, as a whole number.').min(1).optional(),
  /** Whoever grades does not see whose work it is until it is decided. */
  blind: z.literal(true, 'Write blind: true, or take the line out.').optional(),
  double: Double.optional(),
  attempts: Attempts,
  goals: Goals,
});
const Day = z.strictObject({
  id: Id,
  kind: z.literal('day'),
  title: Words,
  sameAs: SameAs,
  dueBefore: DueBefore,
});

export const Step = z.discriminatedUnion('kind', [Lesson, Quiz, Practical, Day], {
  error: 'kind is lesson, quiz, practical or day.',
});
export type Step = z.infer<typeof Step>;
export const kinds = Step.options.map(({ shape }) => shape.kind.value);
export type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

/**
 * Everything in course.yaml except `flow`: Zod gives poor messages for a union of shapes, so `parseFlow` reads that.
 */
export const CourseHead = z.strictObject({
  id: Id,
  edition: EditionName,
  title: Words,
  /**
   * The course whose certificates this one renews, the title on the renewed certificate, and for how many months after
   * the last day one can still ask for a seat.
   */
  renews: z.strictObject({ course: Id, title: Words, graceMonths: z.int().min(0).max(12) }).optional(),
  /** From this day on, certificates of these earlier editions may be renewed, however long they are still valid. */
  opensRenewal: z
    .strictObject({ from: z.string().refine(isDay, 'Write the day as "2027-03-01".'), of: z.array(EditionName).min(1) })
    .optional(),
  /** For how long the certificate is valid. */
  validity: z.strictObject({ months: z.int().positive() }).optional(),
  /** A course that certifies nobody: whoever did all of it has attended, and gets a proof of that. */
  end: z.literal('attended', 'Write end: attended, or take the line out.').optional(),
  /** The level of the course, as the badge says it. */
  level: Words.optional(),
  /**
   * What the course teaches, each with the lesson that teaches it. An edition with goals asks more of its questions, draws
   * without what was seen, and keeps the keys of a test until it is passed.
   */
  goals: z
    .array(z.strictObject({ id: Id, title: Words, step: Id }))
    .min(1)
    .optional(),
  /** How well something is to be known: remember, understand, use. */
  levels: z
    .array(z.strictObject({ id: Id, title: Words }))
    .min(1)
    .optional(),
  appealWindow: Duration,
  steps: z.array(Step).min(1),
  flow: z.array(z.unknown()).min(1),
});

/**
 * A step in the order of a course, with what its author said about its place there. A property that was not said is not
 * there at all, so that the flow of an older course stays as it was.
 */
export type StepNode = {
  is: 'step';
  id: string;
  /** A lesson that may be read as soon as the step before it is open. */
  opensEarly?: true;
  /** The steps up to this one do not wait for the step. */
  dueBefore?: string;
  /** The steps that are due before this one: it opens when they are done. */
  after?: string[];
  /** Extra lessons of a test: they open when an attempt at it failed, and are read before the next. */
  whenFailed?: string[];
};

/** The order of a course: a step, or nodes in order, all of them in any order, or n of them. */
export type FlowNode =
  | StepNode
  | { is: 'in-order' | 'all'; of: FlowNode[] }
  | { is: 'choose'; n: number; of: FlowNode[] };

export type Course = Omit<z.infer<typeof CourseHead>, 'flow'> & {
  flow: FlowNode;
  /** A digest of the text and questions of each step, given by the caller that read those files. */
  digests?: Readonly<Record<string, string>>;
  /** What is right in each question of a quiz and what each criterion of a practical asks for, by step. */
  keys?: Readonly<Record<string, StepKeys>>;
};

/** By question or criterion. */
export type StepKeys = Readonly<Record<string, QuestionKey>>;

/** How many minutes the course says that a step takes; null where it says nothing, as for everything but lessons. */
export const minutesOf = (step: Step): number | null => ('minutes' in step ? (step.minutes ?? null) : null);

export function stepsIn(node: FlowNode): string[] {
  return stepNodesIn(node).flatMap(({ id, whenFailed = [] }) => [id, ...whenFailed]);
}

export function stepNodesIn(node: FlowNode): StepNode[] {
  return node.is === 'step' ? [node] : node.of.flatMap(stepNodesIn);
}

/** The proof of attendance is all that this course gives. */
export const certifiesNobody = ({ end }: Pick<Course, 'end'>): boolean => end === 'attended';

/** How many steps are needed for a certificate: for "choose n of m", the n shortest branches. */
export function neededSteps(node: FlowNode): number {
  if (node.is === 'step') return 1;
  const sizes = node.of.map(neededSteps);
  const chosen = node.is === 'choose' ? sizes.sort((a, b) => a - b).slice(0, node.n) : sizes;
  return chosen.reduce((sum, size) => sum + size, 0);
}
