import { z } from 'zod';
import type { Course } from '#curriculum/flow/course.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import type { Obligations } from './parse-obligations.ts';

const AreaStepsFile = z.strictObject({
  areas: z.array(z.strictObject({ area: z.string().min(1), steps: z.array(z.string().min(1)).min(1) })),
});

/** One step of an edition that teaches an area, and what passes it: reading a lesson, or a score in a test. */
export type AreaStep = { area: string; course: string; edition: string; step: string; passMark: number | null };

/** Reads which steps of an edition teach which area, or returns every problem in it. */
export function parseAreaSteps(
  text: string,
  file: string,
  { course, areas }: { course: Course; areas: Obligations['areas'] },
): { ok: true; steps: AreaStep[] } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (raw === undefined) return { ok: false, problems };
  const parsed = AreaStepsFile.safeParse(raw, inPlainWords);
  reportIssues(parsed.error?.issues ?? [], raw, say);
  const taught = (parsed.data?.areas ?? []).flatMap(({ area, steps }, at): AreaStep[] => {
    if (!areas.some(({ key }) => key === area)) say(['areas', at, 'area'], `There is no area "${area}".`);
    return steps.flatMap((id, n): AreaStep[] => {
      const step = course.steps.find((each) => each.id === id);
      if (step?.kind === 'lesson')
        return [{ area, course: course.id, edition: course.edition, step: id, passMark: null }];
      if (step?.kind === 'quiz')
        return [{ area, course: course.id, edition: course.edition, step: id, passMark: step.passMark }];
      say(['areas', at, 'steps', n], `"${id}" is no lesson and no test of ${course.id} ${course.edition}.`);
      return [];
    });
  });
  return problems.length > 0 || !parsed.success ? { ok: false, problems } : { ok: true, steps: taught };
}
