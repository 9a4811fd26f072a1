import type { FileRefusal, GivenFile } from '#app/use-cases/learning/practical/identify-files.server.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { agreementPurposes } from '#curriculum/partners/agreement.ts';

export type AgreementInput = {
  /** The library service; '' is the whole country. A correction keeps the place of what it corrects. */
  serviceId: string;
  purpose: string;
  partner: string;
  about: string;
  signedBy: string;
  from: string;
  lastDay: string;
  files: readonly GivenFile[];
  /** The agreement that this one corrects, with the reason. */
  corrects?: string;
  why?: string;
  operationId?: string;
};
export type AgreementIssue =
  | { field: 'service' | 'purpose'; problem: 'missing' }
  | { field: 'partner' | 'about' | 'signedBy' | 'why'; problem: 'missing' | 'too-long' }
  | { field: 'from'; problem: 'missing' | 'not-a-day' }
  | { field: 'from'; problem: 'overlaps'; from: string; lastDay: string }
  | { field: 'lastDay'; problem: 'missing' | 'not-a-day' | 'before-from' }
  | { field: 'document'; problem: 'missing' | FileRefusal['reason'] };

const most = { partner: 120, about: 200, signedBy: 120, why: 1_000 };

/** What is wrong with an agreement as it was typed. What can meet a gate belongs to a place and has its signed paper. */
export function agreementIssuesOf(
  input: AgreementInput,
  { hasPlace, hasPaper }: { hasPlace: boolean; hasPaper: boolean },
): AgreementIssue[] {
  const issues: AgreementIssue[] = [];
  const meetsGate = input.purpose === 'commitment' || input.purpose === 'referral';
  if (!agreementPurposes.some((each) => each === input.purpose)) issues.push({ field: 'purpose', problem: 'missing' });
  if (meetsGate && !hasPlace) issues.push({ field: 'service', problem: 'missing' });
  for (const field of ['partner', 'about', 'signedBy', ...(input.corrects ? (['why'] as const) : [])] as const) {
    const text = input[field]?.trim() ?? '';
    if (text === '') issues.push({ field, problem: 'missing' });
    if (text.length > most[field]) issues.push({ field, problem: 'too-long' });
  }
  if (!isDay(input.from)) issues.push({ field: 'from', problem: input.from ? 'not-a-day' : 'missing' });
  if (!isDay(input.lastDay)) issues.push({ field: 'lastDay', problem: input.lastDay ? 'not-a-day' : 'missing' });
  else if (isDay(input.from) && input.lastDay < input.from) issues.push({ field: 'lastDay', problem: 'before-from' });
  if (input.files.length > 1) issues.push({ field: 'document', problem: 'too-many-files' });
  else if (meetsGate && input.files.length === 0 && !hasPaper) issues.push({ field: 'document', problem: 'missing' });
  return issues;
}
