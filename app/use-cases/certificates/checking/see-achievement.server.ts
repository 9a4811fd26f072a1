import type { World } from '#app/platform/world.server.ts';
import { evidenceOf } from '#app/use-cases/certificates/issuing/evidence-of.server.ts';
import { learnedOf } from '#app/use-cases/certificates/issuing/learned-of.ts';
import { variantOf } from '#app/use-cases/certificates/issuing/variant-of.ts';
import { achievementOf } from '#certificates/badge/badge.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';

/** What a certificate of this course requires, for anybody; undefined for an unknown course and for one that certifies nobody. */
export function seeAchievement(
  world: World,
  { course: slug, edition, language }: { course: string; edition: string; language: 'da' | 'en' },
) {
  const course = world.catalogue.find(slug, edition)?.course;
  if (!course?.validity) return undefined;
  const evidence = evidenceOf(course, language);
  const title = certificateTitleOf(course)[language];
  const achieved = {
    site: world.publicUrl,
    course: slug,
    edition,
    language,
    title,
    evidence,
    learned: learnedOf(course, language),
    variant: variantOf(course),
  };
  return { ...achieved, months: course.validity.months, issuer: world.env.issuerName, json: achievementOf(achieved) };
}
