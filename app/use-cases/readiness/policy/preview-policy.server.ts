import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Problem } from '#curriculum/problem.ts';
import { type Policy, type PolicyVersion, parsePolicy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { type EffectOnService, effectByGate, policyEffect } from '#curriculum/readiness/policy-effect.ts';
import { courseFaults } from '#curriculum/readiness/staffing-courses.ts';

export type PolicyComparison = {
  day: string;
  /** The versions that the two answers rest on. */
  current: string;
  candidate: string;
  services: EffectOnService[];
  gates: { key: string; lost: number; won: number }[];
  /** How many services fall out, come in, change otherwise, and stay. */
  totals: { down: number; up: number; aside: number; same: number };
};
type Refused =
  | { reason: 'forbidden' }
  | { reason: 'nothing' | 'too-large' | 'not-a-day' }
  | { reason: 'not-a-policy'; problems: Problem[] };
type Outcome =
  | { ok: true; same: boolean; version: string; from: string; today: PolicyComparison; onDay: PolicyComparison }
  | ({ ok: false } & Refused);

const mostBytes = 200_000;

/**
 * What a candidate for the policy would change: today's facts as if its last version were in force, and a chosen day as it would
 * be judged by then. It is parsed and held against the policy in force, and never stored.
 */
export async function previewPolicy(
  world: World,
  viewer: Viewer | null,
  { text, day, language = 'en' }: { text: string; day?: string | undefined; language?: 'da' | 'en' },
): Promise<Outcome> {
  if (viewer && !may(viewer, 'preview-policy')) return { ok: false, reason: 'forbidden' };
  if (text.trim() === '') return { ok: false, reason: 'nothing' };
  if (Buffer.byteLength(text) > mostBytes) return { ok: false, reason: 'too-large' };
  if (day && !isDay(day)) return { ok: false, reason: 'not-a-day' };
  const today = dayOf(world.now());
  const parsed = parsePolicy(text, 'policy.yaml', { language, current: { policy: world.policy, today } });
  if (!parsed.ok) return { ok: false, reason: 'not-a-policy', problems: parsed.problems };
  const candidate = parsed.policy;
  const faults = courseFaults(
    candidate,
    world.catalogue.editions.map(({ course }) => course),
  );
  if (faults.length > 0) return { ok: false, reason: 'not-a-policy', problems: faults.map(problemOf) };
  const newest = candidate.versions.at(-1)!;
  const asOf = day || [newest.from, today].sort().at(-1)!;
  const judged = (policy: Policy, on: string) => readinessOfTheCountry({ ...world, policy }, on);
  const now = await judged(world.policy, today);
  const then = await judged(alwaysBy(candidate, newest), today);
  const without = await judged(world.policy, asOf);
  const with_ = await judged(candidate, asOf);
  const compare = (on: string, before: typeof now, after: typeof now): PolicyComparison => {
    const services = policyEffect(before.services, after.services);
    const count = (direction: EffectOnService['direction']) =>
      services.filter((each) => each.direction === direction).length;
    const [down, up, aside] = [count('down'), count('up'), count('aside')];
    return {
      ...{ day: on, current: before.policyVersion, candidate: after.policyVersion, services },
      gates: effectByGate(services),
      totals: { down, up, aside, same: after.services.length - down - up - aside },
    };
  };
  return {
    ok: true,
    same: JSON.stringify(versionOn(world.policy, newest.from)) === JSON.stringify(newest),
    ...{ version: newest.version, from: newest.from },
    today: compare(today, now, then),
    onDay: compare(asOf, without, with_),
  };
}

/** The candidate as if one of its versions had always been in force. */
const alwaysBy = (policy: Policy, version: PolicyVersion): Policy => ({
  ...policy,
  versions: [{ ...version, from: policy.versions[0]!.from, until: undefined }],
});

const problemOf = (message: string): Problem => ({
  ...{ file: 'policy.yaml', line: 1, column: 1, path: 'versions', message, severity: 'error' },
});
