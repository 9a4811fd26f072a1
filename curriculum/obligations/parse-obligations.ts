import { z } from 'zod';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const Key = z.string().regex(/^[a-z0-9-]+$/, 'Use small letters, digits and -.');
const DayOfYear = z.string().refine((day) => isDay(`2023-${day}`), 'Write a day of every year as "03-01".');
const audiences = ['citizens', 'firms', 'everybody', 'authorities', 'own'] as const;
export type Audience = (typeof audiences)[number];

const About = {
  key: Key,
  title: Words,
  audience: z.enum(audiences),
  /** What a course can teach about it; without one no course needs to. */
  area: Key.optional(),
  source: z.string().min(1),
  sureness: z.enum(['official', 'secondary', 'plan', 'partly']),
};

const Obligation = z.strictObject({
  ...About,
  /** The day from which it holds; without it nobody knows. */
  starts: z.iso.date('Write a day as 2012-01-01.').optional(),
  /** The year in which the plan of May 2012 wanted it to start. */
  planned: z
    .string()
    .regex(/^20\d\d$/, 'Write a year as "2012".')
    .optional(),
  authority: z.string().min(1),
});

const Deadline = z.strictObject({
  ...About,
  /** Days of every year, before they are moved to a working day: "03-01". */
  days: z.array(DayOfYear).min(1).optional(),
  /** A day of every month. */
  monthly: z.int().min(1).max(28).optional(),
  /** Days of a monthly deadline that fall on another day instead: { "07-25": "08-17" }. */
  moved: z.record(DayOfYear, DayOfYear).optional(),
  /** For a deadline that runs for each by themselves: how it runs. */
  rule: Words.optional(),
});

const ObligationsFile = z.strictObject({
  areas: z.array(z.strictObject({ key: Key, title: Words })).min(1),
  obligations: z.array(Obligation),
  deadlines: z.array(Deadline),
});

export type Obligation = z.infer<typeof Obligation>;
export type Deadline = z.infer<typeof Deadline>;
/** What somebody must do digitally and from when, the deadlines that come again, and the areas a course can teach. */
export type Obligations = z.infer<typeof ObligationsFile>;

/** Reads obligations.yaml, or returns every problem in it. */
export function parseObligations(
  text: string,
  file: string,
): { ok: true; obligations: Obligations } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (raw === undefined) return { ok: false, problems };
  const parsed = ObligationsFile.safeParse(raw, inPlainWords);
  reportIssues(parsed.error?.issues ?? [], raw, say);
  if (parsed.data) {
    const { areas } = parsed.data;
    const keys = new Set<string>();
    for (const name of ['areas', 'obligations', 'deadlines'] as const)
      parsed.data[name].forEach((each, at) => {
        if (keys.has(each.key)) say([name, at, 'key'], `"${each.key}" is there already.`);
        keys.add(each.key);
        if ('area' in each && each.area !== undefined && !areas.some(({ key }) => key === each.area))
          say([name, at, 'area'], `There is no area "${each.area}".`);
      });
    parsed.data.deadlines.forEach(({ days, monthly, rule, moved }, at) => {
      const stray = Object.keys(moved ?? {}).find((day) => Number(day.slice(3)) !== monthly);
      if (stray) say(['deadlines', at, 'moved', stray], `"${stray}" is no day of this monthly deadline.`);
      if ([days, monthly, rule].filter((each) => each !== undefined).length !== 1)
        say(['deadlines', at], 'Say one of the three: days, monthly or rule.');
    });
  }
  return problems.length > 0 || !parsed.success ? { ok: false, problems } : { ok: true, obligations: parsed.data };
}
