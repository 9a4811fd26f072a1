import type { Answers } from '#app/use-cases/readiness/questions/answers.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { fridayFrom } from '#curriculum/calendar/calendar-day.ts';
import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import type { UrgentFacts, UrgentService } from '#curriculum/readiness/urgent.ts';

type Given = {
  policy: Policy;
  today: Readiness;
  onDay: Readiness;
  shortage: Answers['shortage'];
  expiring: Answers['expiring'];
  invitations: Answers['invitations'];
  /** By which day a service was asked to answer. */
  answers: readonly { serviceId: string; answerBy: string }[];
  waves: UrgentFacts['waves'];
  /** What contact persons say and the agency has not confirmed. */
  waiting: readonly { serviceId: string; gate: string; value: string }[];
};

/** How many days ahead a paper that falls is asked for again, as the reminders do. */
const paperDays = 30;

/** What the rule of the urgent asks for, gathered from the answers to the questions. */
export function urgentFactsOf(given: Given): UrgentFacts {
  const { policy, today, onDay, shortage, expiring, invitations, answers, waves, waiting } = given;
  const answerBy = new Map(answers.map((each) => [each.serviceId, each.answerBy]));
  const peopleToday = new Map(today.services.map(({ serviceId, people }) => [serviceId, people]));
  const short = new Map(shortage.rows.map((row) => [row.serviceId, row]));
  const silent = new Set(invitations.rows.map(({ serviceId }) => serviceId));
  const commitments = new Set(policy.gates.filter((gate) => gate.agreement === 'commitment').map(({ key }) => key));
  const said = new Map<string, Set<string>>();
  for (const { serviceId, gate, value } of waiting)
    if (value === 'opfyldt') said.set(serviceId, (said.get(serviceId) ?? new Set()).add(gate));
  // The rows are in the order of their last days, and end with the policy's margin after the day.
  const [certificates, papers] = [new Map<string, string>(), new Map<string, string>()];
  for (const { serviceId, gate, lastDay } of expiring.rows) {
    const ends = gate === null ? certificates : papers;
    if (!ends.has(serviceId)) ends.set(serviceId, lastDay);
  }
  const serviceOf = (service: ServiceReadiness): UrgentService => {
    const { serviceId, municipalities } = service;
    const row = short.get(serviceId);
    return {
      ...{ serviceId, places: municipalities.length, people: service.people, papers: service.papers },
      peopleToday: peopleToday.get(serviceId) ?? 'ukendt',
      stillMissing: row === undefined ? 0 : row.missing === null ? null : Math.max(0, row.missing - row.training),
      lacksOnlyCommitment: lacksOnly(service, commitments),
      unanswered: silent.has(serviceId),
      answerBy: answerBy.get(serviceId) ?? null,
      waits: said.has(serviceId),
      lacksOnlyConfirmation: lacksOnly(service, said.get(serviceId) ?? new Set()),
      certificateEnds: certificates.get(serviceId) ?? null,
      paperFalls: papers.get(serviceId) ?? null,
    };
  };
  return {
    today: today.asOf,
    day: onDay.asOf,
    endOfWeek: fridayFrom(today.asOf),
    // Who renews later than the policy's margin counts for nothing on the day; so long a renewal may take.
    renewalDays: versionOn(policy, onDay.asOf).staffing.marginDays,
    paperDays,
    services: onDay.services.map(serviceOf),
    holds: shortage.totals.holds,
    waves,
  };
}

/** It lacks something, and nothing but these gates. */
function lacksOnly({ gates, verdict }: ServiceReadiness, keys: ReadonlySet<string>): boolean {
  const lacking = gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt');
  return verdict !== 'klar' && lacking.every(({ key }) => keys.has(key));
}
