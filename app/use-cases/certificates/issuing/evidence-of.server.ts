import { wordsIn } from '#app/words/words.server.ts';
import type { Course } from '#curriculum/flow/course.ts';

/** "4 prøver", "2 bedømte opgaver", "en kursusdag": the assessments of the course. */
export function evidenceOf(course: Course, language: 'da' | 'en'): string[] {
  const t = wordsIn(language).getFixedT(null, 'common');
  return (['quiz', 'practical', 'day'] as const).flatMap((kind) => {
    const count = course.steps.filter((step) => step.kind === kind).length;
    return count === 0 ? [] : [t(`evidence.${kind}`, { count })];
  });
}
