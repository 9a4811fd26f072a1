import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { readYaml, sayIssues } from '../read-yaml.ts';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const points = z.number().min(0).max(100);

const Gate = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/),
  kind: z.enum(['evidence', 'staffing', 'confidentiality']),
  /** The gate in a word or two, for lists. */
  short: Words,
  title: Words,
});

const Version = z.strictObject({
  version: z.string().min(1),
  from: z.iso.date('Write a day as 2012-01-01.'),
  staffing: z.strictObject({
    least: z.int().min(0),
    most: z.int().min(1),
    peoplePerAdviser: z.int().min(1),
    marginDays: z.int().min(0),
  }),
  confidentialitySteps: z.record(z.string(), z.string()),
  freshnessDays: z.record(z.string(), z.int().min(1)),
  score: z.strictObject({
    reserveMax: points,
    pointsMax: points,
    channelPoints: points,
    channels: z.int().min(1),
    meetingPoints: points,
    meetingsMax: z.int().min(1),
    practiceMax: points,
    practiceFull: z.int().min(1),
    outcomeMax: points,
  }),
});

const PolicyFile = z.strictObject({ gates: z.array(Gate).min(1), versions: z.array(Version).min(1) });

export type PolicyVersion = z.infer<typeof Version>;
export type GateRule = z.infer<typeof Gate>;
/** Gates and dated thresholds, oldest first. */
export type Policy = z.infer<typeof PolicyFile>;

/** Reads policy.yaml, or says every problem in it. */
export function parsePolicy(
  text: string,
  file: string,
): { ok: true; policy: Policy } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (problems.length > 0) return { ok: false, problems };
  const parsed = PolicyFile.safeParse(raw);
  sayIssues(parsed.error?.issues ?? [], raw, say);
  const evidence = (parsed.data?.gates ?? []).filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
  parsed.data?.versions.forEach(({ from, freshnessDays, staffing }, at, all) => {
    const path = ['versions', at];
    if (at > 0 && from <= all[at - 1]!.from) say([...path, 'from'], 'Versions stand in order of their first day.');
    if (staffing.least > staffing.most) say([...path, 'staffing', 'least'], 'least is not above most.');
    for (const key of evidence)
      if (!freshnessDays[key]) say([...path, 'freshnessDays'], `Say how many days evidence for "${key}" is fresh.`);
    for (const key of Object.keys(freshnessDays))
      if (!evidence.includes(key))
        say([...path, 'freshnessDays', key], `"${key}" is not a gate that rests on evidence.`);
  });
  return problems.length > 0 || !parsed.success ? { ok: false, problems } : { ok: true, policy: parsed.data };
}

/** The thresholds in force on a day; before the first, the first. */
export function versionOn(policy: Policy, day: string): PolicyVersion {
  return policy.versions.findLast(({ from }) => from <= day) ?? policy.versions[0]!;
}
