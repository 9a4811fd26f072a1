import type { Learned } from '#certificates/certificate-data.ts';
import { learnedIn } from '#curriculum/certification/what-is-learned.ts';
import type { Course } from '#curriculum/flow/course.ts';

/** What a course teaches, in one language: for the badge and for the page of the achievement. */
export function learnedOf(course: Course, language: 'da' | 'en'): Learned {
  const { always, choices, minutes } = learnedIn(course);
  return {
    always: always.map((goal) => goal[language]),
    choices: choices.map(({ n, of }) => ({ n, of: of.map((goal) => goal[language]) })),
    minutes,
    ...(course.level && { level: course.level[language] }),
  };
}
