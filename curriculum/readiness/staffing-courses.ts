import { certificationOf } from '#curriculum/certification/renewal.ts';
import { type Course, certifiesNobody } from '#curriculum/flow/course.ts';
import type { Policy, PolicyVersion } from './parse-policy.ts';

/** The courses whose certificates staff a place: those of the named certifications and those that renew them. */
export function staffingCourses({ certifications }: Pick<PolicyVersion, 'certifications'>, courses: readonly Course[]) {
  const renewing = courses.filter((course) => certifications.includes(certificationOf(course))).map(({ id }) => id);
  return [...new Set([...certifications, ...renewing])];
}

export type PassedStep = { course: string; edition: string; step: string; passMark: number };

/** The tests that teach confidentiality, with the score that passes each. */
export function confidentialityTests(
  { confidentialitySteps }: Pick<PolicyVersion, 'confidentialitySteps'>,
  courses: readonly Course[],
): PassedStep[] {
  return confidentialitySteps.flatMap(({ course, edition, step }) => {
    const found = courses.find((each) => each.id === course && each.edition === edition);
    const quiz = found?.steps.find(({ id }) => id === step);
    return quiz?.kind === 'quiz' ? [{ course, edition, step, passMark: quiz.passMark }] : [];
  });
}

/** What the policy says of courses that is not so: a certification or a test that does not exist or is not named. */
export function courseFaults({ gates, versions }: Policy, courses: readonly Course[]): string[] {
  const asksConfidentiality = gates.some(({ kind }) => kind === 'confidentiality');
  return versions.flatMap((rules) => {
    const tests = confidentialityTests(rules, courses);
    const unknown = rules.certifications.filter((slug) => !courses.some(({ id }) => id === slug));
    const attending = rules.certifications.filter((slug) =>
      courses.some((each) => each.id === slug && certifiesNobody(each)),
    );
    const wrong = rules.confidentialitySteps.filter(
      (named) => !tests.some(({ course, edition, step }) => isSame(named, { course, edition, step })),
    );
    const unnamed = courses.filter(
      ({ id, edition }) =>
        asksConfidentiality &&
        rules.certifications.includes(id) &&
        !tests.some((test) => test.course === id && test.edition === edition),
    );
    return [
      ...unknown.map((slug) => `Version ${rules.version}: there is no course "${slug}" to be certified by.`),
      ...attending.map(
        (slug) =>
          `Version ${rules.version}: the course "${slug}" ends in attended and certifies nobody, so it staffs no place.`,
      ),
      ...wrong.map(
        ({ course, edition, step }) =>
          `Version ${rules.version}: "${step}" is no test of ${course} ${edition}, so nobody passes it.`,
      ),
      ...unnamed.map(
        ({ id, edition }) =>
          `Version ${rules.version}: name the test of ${id} ${edition} that teaches confidentiality.`,
      ),
    ];
  });
}

type Named = PolicyVersion['confidentialitySteps'][number];
const isSame = (a: Named, b: Named) => a.course === b.course && a.edition === b.edition && a.step === b.step;
