import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';
import type { Fact } from '#curriculum/content/fact.ts';
import { listIn } from '#curriculum/content/list-in.ts';
import { type Material, readMaterial } from '#curriculum/content/material.ts';
import { parseBank } from '#curriculum/content/parse-bank.ts';
import { parseReading, type Reading, type ReadingKind } from '#curriculum/content/parse-reading.ts';
import type { Aims } from '#curriculum/content/say-of-goals.ts';
import type { Course } from '#curriculum/flow/course.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type Case, kindOf, type Question } from '#curriculum/quiz/question.ts';
import type { Path, YamlFile } from '#curriculum/read-yaml.ts';
import { sayOfWords } from './say-of-words.ts';
import { isTranslation, translatedBy } from './translation-name.ts';

/** What an edition tells in English as well. What is missing here is told in Danish. */
export type Translations = {
  /** By step. */
  readings: ReadonlyMap<string, Reading>;
  /** By the id of the question: those of the banks, and the checks of lessons. */
  questions: ReadonlyMap<string, Question>;
  /** By bank and id: "m1/boern". */
  cases: ReadonlyMap<string, Case>;
  dialogues: ReadonlyMap<string, Dialogue>;
};

/** The Danish edition, as it was read. */
type DanishFiles = {
  files: ReadonlyMap<string, string>;
  pathOf: (name: string) => string;
  digest: (text: string) => string;
  course: Course;
  facts: ReadonlyMap<string, Fact>;
  aims: Aims | undefined;
  banks: ReadonlyMap<string, readonly Question[]>;
  readings: ReadonlyMap<string, Reading>;
  kinds: ReadonlyMap<string, ReadingKind>;
  material: Material;
  /** The blocks of lessons as they were written, by the id of the exercise. */
  written: ReadonlyMap<string, unknown>;
  /** The banks as they were written, by the name of the file. */
  writtenBanks: ReadonlyMap<string, unknown>;
};

/**
 * Reads the English files of an edition. A file is translated whole or, question by question, in part; a question that is
 * half in one language and half in the other is refused, and so is one with another key.
 */
export function parseTranslations(
  danish: DanishFiles,
  problems: Problem[],
): { translations: Translations; files: Material['files'] } {
  const { files, pathOf } = danish;
  const names = new Map([...files.keys()].filter(isTranslation).map((name) => [translatedBy(name), name]));
  const complain = (name: string, message: string, line = 1) =>
    problems.push({ file: pathOf(name), line, column: 1, path: '', message, severity: 'error' });
  for (const [name, translation] of names) {
    if (['course.yaml', 'facts.yaml'].includes(name)) complain(translation, `${name} has both languages in it.`);
    else if (!files.has(name)) complain(translation, `There is no ${name} that this translates.`);
  }
  const present = new Map([...names].filter(([name]) => files.has(name)));
  const textOf = (name: string) => files.get(present.get(name)!)!;
  const fileOf = (name: string) => pathOf(present.get(name) ?? name);

  const own = readMaterial(
    new Map([...present.keys()].map((name) => [name, textOf(name)])),
    fileOf,
    danish.digest,
    problems,
  );
  for (const [name, { raw, say, problems: found }] of own.writtenDialogues) {
    const reported = found.length;
    sayOfWords(danish.material.writtenDialogues.get(name)?.raw, raw, say);
    problems.push(...found.slice(reported));
  }
  const material: Material = {
    ...danish.material,
    figures: new Map([...danish.material.figures, ...own.figures]),
    films: new Map([...danish.material.films, ...own.films, ...[...own.films].map(englishName)]),
    transcripts: new Map([...danish.material.transcripts, ...own.transcripts]),
  };

  const questions = new Map<string, Question>();
  const cases = new Map<string, Case>();
  const readings = new Map<string, Reading>();
  const seen = new Map<string, string>();
  const around = {
    facts: danish.facts,
    seen,
    dialogues: danish.material.dialogues,
    material,
    written: new Map<string, unknown>(),
    danish: danish.written,
  };
  for (const name of present.keys()) {
    const [folder = '', base = ''] = name.replace(/\.[a-z]+$/, '').split('/');
    if (folder === 'banks') readBank(name, base);
    const kind = danish.kinds.get(folder);
    const told = danish.readings.get(base);
    if (!kind || !told) continue;
    const { reading, problems: found } = parseReading(textOf(name), fileOf(name), kind, around, told);
    problems.push(...found);
    if (!reading) continue;
    sayOfCriteria(name, base, told, reading);
    readings.set(base, reading);
    for (const exercise of reading.exercises) {
      const asked = told.exercises.find(({ id }) => id === exercise.id);
      if (exercise.is !== 'check' || asked?.is !== 'check') continue;
      const fault = faultOfKey(asked.question, exercise.question);
      if (fault) complain(present.get(name)!, `${exercise.id}: ${fault}`);
      questions.set(exercise.id, exercise.question);
    }
  }
  return { translations: { readings, questions, cases, dialogues: dialoguesIn(own) }, files: own.files };

  function readBank(name: string, base: string): void {
    const before = danish.writtenBanks.get(name);
    const bank = parseBank(textOf(name), fileOf(name), { facts: danish.facts, seen, aims: danish.aims }, problems);
    const yaml = bank.written;
    const reported = yaml.problems.length;
    // A bank with a fault of its own has no questions, and is not compared as well.
    if (bank.questions.length === 0) return;
    if (bank.name !== base)
      complain(present.get(name)!, `The bank calls itself "${bank.name}"; it is called "${base}".`);
    eachRow(yaml, before, 'cases');
    eachRow(yaml, before, 'questions');
    const told = new Set(bank.cases.map(({ id }) => id));
    for (const each of bank.cases) cases.set(`${base}/${each.id}`, each);
    for (const question of bank.questions) {
      const at = bank.questions.indexOf(question);
      const asked = danish.banks.get(base)?.find(({ id }) => id === question.id);
      const fault = asked && faultOfKey(asked, question);
      if (fault) yaml.say(['questions', at], fault);
      if (question.case && !told.has(question.case))
        yaml.say(['questions', at, 'case'], `Translate the case "${question.case}" as well.`);
      questions.set(question.id, question);
    }
    problems.push(...yaml.problems.slice(reported));
  }

  /** A bank may be translated question by question, so rows are compared by their ids. */
  function eachRow({ raw, say }: YamlFile, before: unknown, list: 'cases' | 'questions'): void {
    const rows = listIn(before, list) ?? [];
    listIn(raw, list)?.forEach((row, at) => {
      const path: Path = [list, at];
      const same = rows.find((each) => each?.id === row?.id);
      if (same) sayOfWords(same, row, say, path);
      else say([...path, 'id'], `The Danish bank has no "${row?.id}".`);
    });
  }

  /** A task spells out each criterion in English, with as many points as in Danish. */
  function sayOfCriteria(name: string, step: string, told: Reading, reading: Reading): void {
    const practical = danish.course.steps.find(({ id }) => id === step);
    if (practical?.kind !== 'practical') return;
    for (const { title } of practical.rubric) {
      const points = (of: Reading, wanted: string) => of.criteria.find((each) => each.title === wanted)?.points.length;
      if (points(told, title.da) !== points(reading, title.en))
        complain(present.get(name)!, `Say what "${title.en}" asks for, point by point as in Danish.`);
    }
  }
}

const englishName = <Film>([name, film]: [string, Film]): [string, Film] => [
  name.replace(/\.da\.vtt$/, '.en.vtt'),
  film,
];

const dialoguesIn = ({ dialogues }: Material) =>
  new Map([...dialogues].flatMap(([name, dialogue]) => (dialogue ? [[name, dialogue] as const] : [])));

/** Why what is right in Danish is not right in the translation. */
function faultOfKey(danish: Question, translation: Question): string | undefined {
  const kind = kindOf(danish);
  if (danish.kind !== translation.kind) return 'The Danish question is of another kind.';
  const right = kind.right(danish);
  const told = kind.retell?.(danish, translation, right) ?? right;
  const accepting = kind.accepting?.(translation, danish) ?? translation;
  if (!kind.unscored && kind.score(accepting, told) < 1) return 'What is right in Danish is not right here.';
  const order = kind.parts(danish).map(({ id }) => id);
  const sent = (question: Question, answer: typeof right) => kind.toForm(question, order, answer).join('\n');
  return sent(danish, right) === sent(translation, told) ? undefined : 'Keep the gaps in the order of the Danish text.';
}
