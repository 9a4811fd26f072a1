import type { Verdict } from '#curriculum/readiness/readiness-of.ts';

export const deviations = ['waits', 'moved', 'override'] as const;
export type Deviation = (typeof deviations)[number];
/** What becomes of a service when its wave is signed off. */
export type SignedOutcome = 'opens' | Deviation;

/** What was decided about a service that is not ready. */
export type Decision = { serviceId: string; outcome: string; toWave: string; why: string };
export type Decided = { serviceId: string; outcome: SignedOutcome; toWave: string | null; why: string };
export type DecisionIssue = { serviceId: string; problem: 'undecided' | 'no-override' | 'no-wave' | 'no-reason' };

/** What a frozen row says about a service. */
type Frozen = { serviceId: string; verdict: Verdict; override: object | null };

/** A shorter reason says nothing. */
const shortest = 5;

/**
 * What becomes of each service of a wave: those that are ready open. About each of the others somebody decided, with a
 * reason, that it waits, moves to another wave or opens with an override that is in force.
 */
export function decidedOf(
  rows: readonly Frozen[],
  decisions: readonly Decision[],
  waves: readonly string[],
): { ok: true; decided: Decided[] } | { ok: false; issues: DecisionIssue[] } {
  const issues: DecisionIssue[] = [];
  const decided = rows.map((row): Decided => {
    const { serviceId } = row;
    if (row.verdict === 'klar') return { serviceId, outcome: 'opens', toWave: null, why: '' };
    const said = decisions.find((each) => each.serviceId === serviceId);
    const outcome = deviations.find((each) => each === said?.outcome);
    const why = said?.why.trim().slice(0, 1_000) ?? '';
    const problem = problemOf(row, { outcome, toWave: said?.toWave ?? '', why }, waves);
    if (problem) issues.push({ serviceId, problem });
    const toWave = outcome === 'moved' ? said!.toWave : null;
    return { serviceId, outcome: outcome ?? 'waits', toWave, why };
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, decided };
}

function problemOf(
  { override }: Frozen,
  { outcome, toWave, why }: { outcome: Deviation | undefined; toWave: string; why: string },
  waves: readonly string[],
): DecisionIssue['problem'] | undefined {
  if (!outcome) return 'undecided';
  if (outcome === 'override' && !override) return 'no-override';
  if (outcome === 'moved' && !waves.includes(toWave)) return 'no-wave';
  return why.length < shortest ? 'no-reason' : undefined;
}

/** Whether a service opens by what was signed. */
export const opensBy = (outcome: SignedOutcome): boolean => outcome === 'opens' || outcome === 'override';

export type Round = {
  /** How many different persons the rules ask for. */
  persons: number;
  signedBy: readonly string[];
  ended: 'refused' | 'withdrawn' | null;
};
export type RoundStanding = 'open' | 'signed' | 'refused' | 'withdrawn';

/** A round waits for signatures, is signed by as many persons as the rules ask for, or has ended. */
export function roundStanding({ persons, signedBy, ended }: Round): RoundStanding {
  if (ended) return ended;
  return new Set(signedBy).size >= persons ? 'signed' : 'open';
}

/** Why somebody cannot sign now. Nobody signs twice, and nothing is signed that is signed or has ended. */
export function canSign(round: Round, personId: string): 'ended' | 'already-signed' | 'complete' | undefined {
  if (round.ended) return 'ended';
  if (round.signedBy.includes(personId)) return 'already-signed';
  return roundStanding(round) === 'signed' ? 'complete' : undefined;
}

/** The day a wave is signed for: the day it opens, or today when that has passed. */
export const signedAsOf = ({ opensOn }: { opensOn: string }, today: string): string => [opensOn, today].sort().at(-1)!;
