import { z } from 'zod';
import { agreementPurposes } from '#curriculum/partners/agreement.ts';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type ReportProblem, readYaml, reportIssues } from '#curriculum/read-yaml.ts';

import { candidateFaults, candidateFaultText } from './candidate-faults.ts';
import { periodFaults, periodFaultText } from './policy-periods.ts';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const points = z.number().min(0).max(100);

const Gate = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/, 'Use small letters and _.'),
  kind: z.enum(['evidence', 'staffing', 'confidentiality']),
  /** The gate in a word or two, for lists. */
  short: Words,
  title: Words,
  /** The kind of agreement that meets this gate while it is in force. */
  agreement: z.enum(agreementPurposes).optional(),
});

const scoreKeys = ['dybde', 'geografi', 'markedsfoering', 'interessenter', 'praksis', 'udbytte'] as const;
const mapClasses = ['klar', 'uafklaret', 'bemandet', 'under-uddannelse', 'ikke-i-gang'] as const;
export type ScoreKey = (typeof scoreKeys)[number];
export type MapClass = (typeof mapClasses)[number];

const Scored = z.strictObject({
  key: z.enum(scoreKeys),
  title: Words,
  /** Can anybody note it yet? A part that nobody can note gives no points. */
  noted: z.boolean(),
});

const Version = z.strictObject({
  version: z.string().min(1),
  from: z.iso.date('Write a day as 2012-01-01.'),
  /** The first day on which it no longer holds; without it, it holds until the next begins. */
  until: z.iso.date('Write a day as 2012-01-01.').optional(),
  staffing: z.strictObject({
    least: z.int().min(0),
    most: z.int().min(1),
    peoplePerAdviser: z.int().min(1),
    marginDays: z.int().min(0),
  }),
  certifications: z.array(z.string().min(1)).min(1),
  confidentialitySteps: z.array(
    z.strictObject({ course: z.string().min(1), edition: z.string().min(1), step: z.string().min(1) }),
  ),
  freshnessDays: z.record(z.string(), z.int().min(1)),
  /** The gates about which a place's own word counts only once the agency has confirmed it. */
  confirmed: z.array(z.string()).default([]),
  /** How many different persons sign a wave off. */
  signatures: z.int().min(1).max(2).default(2),
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
  mapPrecedence: z.array(z.enum(mapClasses)),
});

const PolicyFile = z.strictObject({
  gates: z.array(Gate).min(1),
  scored: z.array(Scored),
  versions: z.array(Version).min(1),
});

export type PolicyVersion = z.infer<typeof Version>;
export type GateRule = z.infer<typeof Gate>;
/** Gates and dated thresholds, oldest first. */
export type Policy = z.infer<typeof PolicyFile>;

/**
 * Reads policy.yaml, or returns every problem in it. A candidate is held against the policy in force on a day too: it may
 * change nothing of the past. What is said of its versions is said in the reader's language.
 */
export function parsePolicy(
  text: string,
  file: string,
  { language = 'en', current }: { language?: 'da' | 'en'; current?: { policy: Policy; today: string } } = {},
): { ok: true; policy: Policy } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  if (raw === undefined) return { ok: false, problems };
  const parsed = PolicyFile.safeParse(raw, inPlainWords);
  reportIssues(parsed.error?.issues ?? [], raw, say);
  if (parsed.data) {
    sayOfGates(parsed.data, say);
    sayOfScored(parsed.data, say);
    parsed.data.versions.forEach((_, at) => sayOfVersion(parsed.data, at, say));
    for (const fault of periodFaults(parsed.data.versions))
      say(['versions', fault.at, fault.field], periodFaultText(fault, language));
    if (current && problems.length === 0)
      for (const fault of candidateFaults(current.policy, parsed.data, current.today))
        say(fault.path, candidateFaultText(fault, language));
  }
  return problems.length > 0 || !parsed.success ? { ok: false, problems } : { ok: true, policy: parsed.data };
}

/** The thresholds in force on a day; a day before the first version uses the first. */
export function versionOn(policy: Policy, day: string): PolicyVersion {
  return policy.versions.findLast(({ from }) => from <= day) ?? policy.versions[0]!;
}

function sayOfGates({ gates }: Policy, say: ReportProblem): void {
  gates.forEach(({ key, kind }, at) => {
    const before = gates.slice(0, at);
    if (before.some((gate) => gate.key === key)) say(['gates', at, 'key'], `"${key}" is a gate already.`);
    else if (kind !== 'evidence' && before.some((gate) => gate.kind === kind))
      say(['gates', at, 'kind'], `There is one gate of the kind "${kind}", and it stands above.`);
  });
  gates.forEach(({ kind, agreement }, at) => {
    if (agreement && kind !== 'evidence')
      say(['gates', at, 'agreement'], 'An agreement can meet a gate that rests on evidence, and no other.');
  });
  if (!gates.some(({ kind }) => kind === 'staffing')) say(['gates'], 'One gate is of the kind "staffing".');
}

function sayOfScored({ scored }: Policy, say: ReportProblem): void {
  const keys = scored.map(({ key }) => key);
  keys.forEach((key, at) => {
    if (keys.indexOf(key) < at) say(['scored', at, 'key'], `"${key}" is named already.`);
  });
  for (const key of scoreKeys) if (!keys.includes(key)) say(['scored'], `Name "${key}" too.`);
}

function sayOfVersion({ gates, versions }: Policy, at: number, say: ReportProblem): void {
  const { version, staffing, confidentialitySteps, freshnessDays, confirmed, score, mapPrecedence } = versions[at]!;
  const before = versions.slice(0, at);
  const path = ['versions', at];
  if (before.some((each) => each.version === version))
    say([...path, 'version'], `"${version}" is the name of an earlier version.`);
  if (staffing.least > staffing.most) say([...path, 'staffing', 'least'], 'least is not above most.');

  const evidence = gates.filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
  for (const key of evidence)
    if (!Object.hasOwn(freshnessDays, key))
      say([...path, 'freshnessDays'], `Say how many days evidence for "${key}" is fresh.`);
  for (const key of Object.keys(freshnessDays))
    if (!evidence.includes(key)) say([...path, 'freshnessDays', key], `"${key}" is not a gate that rests on evidence.`);
  confirmed.forEach((key, index) => {
    const there = [...path, 'confirmed', index];
    if (!evidence.includes(key)) say(there, `"${key}" is not a gate that rests on evidence.`);
    else if (confirmed.indexOf(key) < index) say(there, `"${key}" is named already.`);
  });
  if (gates.some(({ kind }) => kind === 'confidentiality') && confidentialitySteps.length === 0)
    say([...path, 'confidentialitySteps'], 'Name the step that teaches confidentiality.');

  const most = Object.values(mostPoints(score)).reduce((sum, max) => sum + max, 0);
  if (most !== 100) say([...path, 'score'], `The parts of the score add up to 100, not ${most}.`);
  if (mapPrecedence.length !== mapClasses.length || new Set(mapPrecedence).size !== mapClasses.length)
    say([...path, 'mapPrecedence'], `Name each once: ${mapClasses.join(', ')}.`);
  else if (mapPrecedence.at(-1) !== 'ikke-i-gang')
    say([...path, 'mapPrecedence'], '"ikke-i-gang" always applies, so it stands last.');
}

/** The most points each part of the score can give. */
export function mostPoints(score: PolicyVersion['score']): Record<ScoreKey, number> {
  return {
    dybde: score.reserveMax,
    geografi: score.pointsMax,
    markedsfoering: score.channelPoints * score.channels,
    interessenter: score.meetingPoints * score.meetingsMax,
    praksis: score.practiceMax,
    udbytte: score.outcomeMax,
  };
}
