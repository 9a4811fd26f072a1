import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';

export type CountingRules = {
  version: string;
  from: string;
  staffing: { least: number; most: number; peoplePerAdviser: number; marginDays: number };
  /** The papers by how many days they count, the shortest first. */
  papers: { days: number; gates: string[] }[];
};

/** The thresholds of the policy that holds on a day, with the names of its gates in a language. */
export function countingRules(policy: Policy, day: string, language: 'da' | 'en'): CountingRules {
  const { version, from, staffing, freshnessDays } = versionOn(policy, day);
  const { least, most, peoplePerAdviser, marginDays } = staffing;
  const shortOf = (key: string) => policy.gates.find((gate) => gate.key === key)?.short[language] ?? key;
  const entries = Object.entries(freshnessDays);
  const spans = [...new Set(entries.map(([, days]) => days))].sort((a, b) => a - b);
  return {
    ...{ version, from, staffing: { least, most, peoplePerAdviser, marginDays } },
    papers: spans.map((days) => ({
      days,
      gates: entries.filter(([, each]) => each === days).map(([key]) => shortOf(key)),
    })),
  };
}
