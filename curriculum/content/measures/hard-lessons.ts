import type { Edition } from '#curriculum/content/edition.ts';
import type { Problem } from '#curriculum/problem.ts';

/** A lesson above this is hard to read for whoever has little time. */
const mostLix = 35;

/** Warnings for the lessons of an edition that are hard to read, in each language that they are told in. */
export function hardLessons({ course, readings, english }: Edition): Problem[] {
  const lessons = course.steps.filter(({ kind }) => kind === 'lesson');
  const told = [
    { readings, ending: '.md' },
    { readings: english.readings, ending: '.en.md' },
  ];
  return lessons.flatMap(({ id }) =>
    told.flatMap(({ readings: texts, ending }) => {
      const lix = texts.get(id)?.lix ?? 0;
      if (lix <= mostLix) return [];
      return {
        file: `curriculum/courses/${course.id}/${course.edition}/lessons/${id}${ending}`,
        ...{ line: 1, column: 1, path: '' },
        message: `LIX ${lix.toFixed(1)}; at most ${mostLix} is easy to read. Write shorter sentences and words.`,
        severity: 'warning' as const,
      };
    }),
  );
}
