import type { World } from '#app/platform/world.server.ts';
import { scoredChannels } from '#curriculum/partners/outreach.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { confidentialityTests, type PassedStep, staffingCourses } from '#curriculum/readiness/staffing-courses.ts';

/** What the rules of a day take from the shipped courses: a snapshot keeps it, so that later courses change nothing. */
export type Basis = { courses: readonly string[]; tests: readonly PassedStep[]; channels: readonly string[] };

export function basisOf({ policy, catalogue }: Pick<World, 'policy' | 'catalogue'>, asOf: string): Basis {
  const rules = versionOn(policy, asOf);
  const courses = catalogue.editions.map(({ course }) => course);
  return {
    courses: staffingCourses(rules, courses),
    tests: confidentialityTests(rules, courses),
    channels: scoredChannels,
  };
}
