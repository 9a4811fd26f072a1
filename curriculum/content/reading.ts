import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import type { Criterion } from './criteria-in.ts';
import type { Exercise } from './exercises/exercise.ts';
import type { Section } from './reading-html.ts';

/** A lesson, a task or the programme of a day, ready to be shown. */
export type Reading = {
  language: Language;
  title: string;
  facts: string[];
  sections: Section[];
  sourcesHtml: string;
  words: number;
  /** The minutes that it sets aside for practice. */
  setAside: number;
  /** How hard it is to read. */
  lix: number;
  /** What is asked for, criterion by criterion, if the text spells it out. */
  criteria: Criterion[];
  /** What there is to do in it, in its order. */
  exercises: Exercise[];
  /** The figures, films and dialogues it shows, by their names in the edition. */
  files: string[];
};
export type ReadingKind = 'lesson' | 'practical' | 'day';
