import { z } from 'zod';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import { blocks } from './note-choices.ts';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const Key = z.string().regex(/^[a-z0-9-]+$/, 'Use small letters, digits and -.');

const Solution = z.strictObject({
  key: Key,
  title: Words,
  /** Who can mend the solution. Without an owner there is nobody to tell. */
  owner: Words.optional(),
  source: z.string().min(1).optional(),
});

const Topic = z.strictObject({
  key: Key,
  title: Words,
  solution: Key,
  /** What stood in the way, where the topic itself says it. */
  blocked: z.enum(blocks).optional(),
  /** The last day on which the form offers it. */
  offeredUntil: z.iso.date('Write a day as 2012-01-01.').optional(),
});

const TopicsFile = z.strictObject({ solutions: z.array(Solution).min(1), topics: z.array(Topic).min(1) });

export type Topic = z.infer<typeof Topic>;
export type Solution = z.infer<typeof Solution>;
/** What people are guided about, and the solutions behind it, in the order of the file. */
export type Topics = z.infer<typeof TopicsFile>;

/** Reads topics.yaml, or returns every problem in it. */
export function parseTopics(
  text: string,
  file: string,
): { ok: true; topics: Topics } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (raw === undefined) return { ok: false, problems };
  const parsed = TopicsFile.safeParse(raw, inPlainWords);
  reportIssues(parsed.error?.issues ?? [], raw, say);
  if (parsed.data) {
    const { solutions, topics } = parsed.data;
    for (const [name, list] of [
      ['solutions', solutions],
      ['topics', topics],
    ] as const)
      list.forEach(({ key }, at) => {
        if (list.findIndex((each) => each.key === key) < at) say([name, at, 'key'], `"${key}" is there already.`);
      });
    topics.forEach(({ solution }, at) => {
      if (!solutions.some(({ key }) => key === solution))
        say(['topics', at, 'solution'], `There is no solution "${solution}".`);
    });
  }
  return problems.length > 0 || !parsed.success ? { ok: false, problems } : { ok: true, topics: parsed.data };
}

/** The topics that the form offers on a day. */
export const offeredOn = ({ topics }: Topics, day: string): Topic[] =>
  topics.filter(({ offeredUntil }) => offeredUntil === undefined || offeredUntil >= day);
