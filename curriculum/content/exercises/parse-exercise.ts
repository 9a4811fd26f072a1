import type { z } from 'zod';
import { type Around, sayOfQuestion } from '#curriculum/content/parse-bank.ts';
import { sayOfWords } from '#curriculum/content/translations/say-of-words.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { Question } from '#curriculum/quiz/question.ts';
import { type ReportProblem, readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import { CheckHead, ChecklistBlock, DialogueBlock, type Exercise, RevealBlock } from './exercise.ts';

export const exerciseBlocks = ['check', 'reveal', 'checklist', 'dialogue'] as const;
export type ExerciseBlock = (typeof exerciseBlocks)[number];

/** What exercises may name: the facts, the dialogues of the edition, and every id that is taken. */
export type AroundExercises = Around & {
  dialogues: { has(name: string): boolean };
  /** Each block as it was written, by its id. */
  written: Map<string, unknown>;
  /** The Danish blocks, when this is a translation. */
  danish?: ReadonlyMap<string, unknown>;
};

/** Reads one block of a lesson; `firstLine` is the line of the file where its YAML begins. */
export function parseExercise(
  block: ExerciseBlock,
  text: string,
  { file, firstLine }: { file: string; firstLine: number },
  around: AroundExercises,
  problems: Problem[],
): Exercise | undefined {
  const yaml = readYaml(text, file, firstLine);
  const exercise = read[block](yaml.raw, yaml.say, file, around);
  if (exercise) {
    around.written.set(exercise.id, yaml.raw);
    const danish = around.danish?.get(exercise.id);
    if (danish) sayOfWords(danish, yaml.raw, yaml.say);
    else if (around.danish) yaml.say(['id'], `The Danish edition has no exercise "${exercise.id}".`);
  }
  problems.push(...yaml.problems);
  return yaml.problems.length > 0 ? undefined : exercise;
}

type Read = (raw: unknown, say: ReportProblem, file: string, around: AroundExercises) => Exercise | undefined;

const read: Record<ExerciseBlock, Read> = {
  check(raw, say, file, around) {
    const { required, ...row } = (raw ?? {}) as Record<string, unknown>;
    const head = CheckHead.safeParse({ required }, inPlainWords);
    const asked = Question.safeParse(row, inPlainWords);
    if (raw !== undefined) {
      reportIssues([...(head.error?.issues ?? []), ...(asked.error?.issues ?? [])], raw, say);
      sayOfQuestion(row, [], file, around, say);
    }
    if (!head.success || !asked.success) return undefined;
    const question = asked.data;
    const isScored = question.kind !== 'scale';
    if (isScored && !question.hint) say([], `Give ${question.id} a hint: it is shown after a first wrong answer.`);
    return { id: question.id, ...head.data, is: 'check', question };
  },
  reveal: (raw, say, file, around) => {
    const data = parsed(RevealBlock, raw, say);
    return data && { ...free(data, ['id'], say, file, around), is: 'reveal' };
  },
  checklist: (raw, say, file, around) => {
    const data = parsed(ChecklistBlock, raw, say);
    return data && { ...free(data, ['id'], say, file, around), is: 'checklist' };
  },
  dialogue(raw, say, file, around) {
    const data = parsed(DialogueBlock, raw, say);
    if (!data) return undefined;
    if (!around.dialogues.has(data.file)) say(['file'], `There is no dialogues/${data.file}.yaml.`);
    return { ...free({ id: data.file, required: data.required }, ['file'], say, file, around), is: 'dialogue' };
  },
};

function parsed<Block>(schema: z.ZodType<Block>, raw: unknown, say: ReportProblem): Block | undefined {
  const { data, error } = schema.safeParse(raw, inPlainWords);
  if (raw !== undefined) reportIssues(error?.issues ?? [], raw, say);
  return data;
}

/** Reports an id that another exercise or question has, because answers are kept by it. */
function free<Block extends { id: string }>(
  block: Block,
  path: string[],
  say: ReportProblem,
  file: string,
  { seen }: AroundExercises,
): Block {
  const other = seen.get(block.id);
  if (other) say(path, `The id ${block.id} is also in ${other}.`);
  seen.set(block.id, file);
  return block;
}
