import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { PolicyVersion } from './parse-policy.ts';

/** A statement about a gate. */
export type Paper<Value = string> = {
  gate: string;
  value: Value;
  observedOn: string;
  expiresOn: string | null;
  /** Only of what a place says of itself: what the agency decided about it, and when. */
  stated?: { decision: { confirmed: boolean; on: string } | null };
};
type Rules = Pick<PolicyVersion, 'freshnessDays' | 'confirmed'>;

/**
 * Whether a statement counts by a day. What a place says of itself counts from the day the agency confirms it, where the
 * policy asks for that, and no longer from the day the agency declines it.
 */
export function paperCounts({ confirmed }: Pick<Rules, 'confirmed'>, paper: Paper<unknown>, day: string): boolean {
  if (paper.observedOn > day) return false;
  const decision = paper.stated?.decision;
  if (decision && decision.on <= day) return decision.confirmed;
  return paper.stated === undefined || !confirmed.includes(paper.gate);
}

/** Whether a statement waits for the agency on a day: it would count if it were confirmed, and nothing is decided. */
export function paperWaits(rules: Pick<Rules, 'confirmed'>, paper: Paper<unknown>, day: string): boolean {
  if (paper.observedOn > day || paper.stated === undefined || !rules.confirmed.includes(paper.gate)) return false;
  return paper.stated.decision === null || paper.stated.decision.on > day;
}

/** The statement about a gate that counts on a day: the one with the latest day; of several on that day, the last in the list. */
export function latestPaper<T extends Paper<unknown>>(
  rules: Pick<Rules, 'confirmed'>,
  papers: readonly T[],
  gate: string,
  day: string,
): T | undefined {
  return papers
    .filter((paper) => paper.gate === gate && paperCounts(rules, paper, day))
    .reduce<T | undefined>((best, each) => (best && best.observedOn > each.observedOn ? best : each), undefined);
}

/** The last statement about a gate that waits for the agency and is not older than the one that counts. */
export function waitingPaper<T extends Paper<unknown>>(
  rules: Pick<Rules, 'confirmed'>,
  papers: readonly T[],
  gate: string,
  day: string,
): T | undefined {
  const counts = latestPaper(rules, papers, gate, day);
  return papers
    .filter((paper) => paper.gate === gate && paperWaits(rules, paper, day))
    .filter(({ observedOn }) => counts === undefined || observedOn >= counts.observedOn)
    .at(-1);
}

/** The last day on which a paper counts: the day before it expires or before it is too old, whichever comes first. */
export function lastDayOf(
  { freshnessDays }: Pick<PolicyVersion, 'freshnessDays'>,
  { gate, observedOn, expiresOn }: Pick<Paper, 'gate' | 'observedOn' | 'expiresOn'>,
): string {
  const stale = addDays(observedOn, freshnessDays[gate]!);
  return addDays(expiresOn !== null && expiresOn < stale ? expiresOn : stale, -1);
}
