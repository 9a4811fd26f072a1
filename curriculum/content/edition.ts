import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';
import type { Course } from '#curriculum/flow/course.ts';
import type { Case, Question } from '#curriculum/quiz/question.ts';
import type { Fact } from './fact.ts';
import type { CourseFile } from './material.ts';
import type { Reading } from './reading.ts';
import type { Translations } from './translations/parse-translations.ts';

/** One course edition with all that its files hold. */
export type Edition = {
  course: Course;
  facts: ReadonlyMap<string, Fact>;
  /** The text of each lesson, practical and course day, by step id. */
  readings: ReadonlyMap<string, Reading>;
  banks: ReadonlyMap<string, readonly Question[]>;
  /** The cases of each bank. */
  cases: ReadonlyMap<string, readonly Case[]>;
  dialogues: ReadonlyMap<string, Dialogue>;
  english: Translations;
  /** Figures, films and captions, by the last part of their address. */
  courseFiles: ReadonlyMap<string, CourseFile>;
  /** A digest of every file: the edition as published. */
  contentHash: string;
};
