import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateEvent, isCertifiedOn, type Period } from '#curriculum/certification/certificate-status.ts';
import { type Policy, versionOn } from './parse-policy.ts';
import { requiredAdvisers, type ServiceFacts } from './readiness-of.ts';

type CertificateFacts = Period & { number: string; events: CertificateEvent[] };

/** Somebody who works or has worked at a library service: when, and with which certificates. */
export type StaffFacts = {
  personId: string;
  affiliations: { from: string; until: string | null }[];
  certificates: CertificateFacts[];
};

/** Why the number differs from the day before. */
type Cause = 'certified' | 'came' | 'runs-out' | 'stopped' | 'left';
export type StaffingStep = {
  from: string;
  /** Null before anybody was registered, because staffing is unknown then. */
  counted: number | null;
  required: number;
  causes: { cause: Cause; people: number }[];
};

/**
 * How many advisers count for the staffing gate over time, as steps: a new step begins when the number changes. Future
 * days assume that nobody renews and nobody new passes.
 */
export function staffingOverTime(
  policy: Policy,
  municipalities: ServiceFacts['municipalities'],
  staff: readonly StaffFacts[],
  span: { from: string; to: string },
): StaffingStep[] {
  const known = staff.flatMap(({ affiliations }) => affiliations.map(({ from }) => from)).sort()[0];
  const stepOn = (day: string): StaffingStep => {
    const standings = staff.map(
      (person) => [standingOn(policy, person, addDays(day, -1)), standingOn(policy, person, day)] as const,
    );
    return {
      from: day,
      counted: known !== undefined && known <= day ? standings.filter(([, now]) => now === 'counts').length : null,
      required: requiredAdvisers(versionOn(policy, day), { municipalities }),
      causes: causesOf(standings),
    };
  };
  const steps: StaffingStep[] = [{ ...stepOn(span.from), causes: [] }];
  for (const day of turningDays(policy, staff).filter((each) => each > span.from && each <= span.to)) {
    const step = stepOn(day);
    const last = steps.at(-1)!;
    if (last.counted !== step.counted || last.required !== step.required) steps.push(step);
  }
  return steps;
}

/** The last day on which the known facts change the number. */
export function lastTurningDay(policy: Policy, staff: readonly StaffFacts[]): string | undefined {
  return turningDays(policy, staff).at(-1);
}

type Standing = 'counts' | 'away' | 'none' | 'runs-out' | 'stopped';

/** How a person counts for the gate on a day: works here, is certified, is still certified after the margin. */
function standingOn(policy: Policy, { affiliations, certificates }: StaffFacts, day: string): Standing {
  if (!affiliations.some(({ from, until }) => from <= day && (until === null || until > day))) return 'away';
  const marginDay = addDays(day, versionOn(policy, day).staffing.marginDays);
  const begun = certificates.filter(({ validFrom }) => validFrom <= day);
  if (begun.some((each) => each.validUntil > marginDay && isCertifiedOn(each, each.events, day))) return 'counts';
  if (begun.length === 0) return 'none';
  return begun.some(({ validUntil }) => validUntil > marginDay) ? 'stopped' : 'runs-out';
}

function causesOf(standings: readonly (readonly [before: Standing, now: Standing])[]): StaffingStep['causes'] {
  const counted = new Map<Cause, number>();
  for (const [before, now] of standings) {
    if ((before === 'counts') === (now === 'counts')) continue;
    const cause = now === 'counts' ? (before === 'away' ? 'came' : 'certified') : causeOfLoss(now);
    counted.set(cause, (counted.get(cause) ?? 0) + 1);
  }
  return [...counted].map(([cause, people]) => ({ cause, people }));
}

const causeOfLoss = (now: Standing): Cause => (now === 'away' ? 'left' : now === 'stopped' ? 'stopped' : 'runs-out');

/** Every day on which somebody's standing or the requirement may change, in order. */
function turningDays({ versions }: Policy, staff: readonly StaffFacts[]): string[] {
  const margins = versions.map(({ staffing }) => staffing.marginDays);
  const days = staff.flatMap(({ affiliations, certificates }) => [
    ...affiliations.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ...certificates.flatMap(({ validFrom, validUntil, events }) => [
      validFrom,
      ...margins.map((margin) => addDays(validUntil, -margin)),
      ...events.map(({ at }) => dayOf(at)),
    ]),
  ]);
  return [...new Set([...days, ...versions.map(({ from }) => from)])].sort();
}
