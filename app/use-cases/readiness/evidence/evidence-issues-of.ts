import type { FileRefusal, GivenFile } from '#app/use-cases/learning/practical/identify-files.server.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';
import { gateValues } from '#curriculum/readiness/readiness-of.ts';

export type EvidenceInput = {
  serviceId: string;
  gate: string;
  value: string;
  observedOn: string;
  lastDay: string;
  note: string;
  link?: string;
  files?: readonly GivenFile[];
  /** The evidence that this one corrects, with the reason. */
  corrects?: string;
  why?: string;
  operationId?: string;
};
export type EvidenceIssue =
  | { field: 'gate' | 'value'; problem: 'missing' }
  | { field: 'observedOn'; problem: 'missing' | 'not-a-day' | 'in-the-future' }
  | { field: 'lastDay'; problem: 'not-a-day' | 'before-observed' }
  | { field: 'note' | 'why'; problem: 'missing' | 'too-long' }
  | { field: 'link'; problem: 'not-https' }
  | { field: 'document'; problem: FileRefusal['reason'] };

const mostLetters = 1_000;

/** What is wrong with evidence as it was typed. */
export function evidenceIssuesOf(
  { gates }: Pick<Policy, 'gates'>,
  input: EvidenceInput,
  today: string,
): EvidenceIssue[] {
  const issues: EvidenceIssue[] = [];
  if (!gates.some(({ key, kind }) => key === input.gate && kind === 'evidence'))
    issues.push({ field: 'gate', problem: 'missing' });
  if (!gateValues.some((value) => value === input.value)) issues.push({ field: 'value', problem: 'missing' });
  if (!isDay(input.observedOn))
    issues.push({ field: 'observedOn', problem: input.observedOn ? 'not-a-day' : 'missing' });
  else if (input.observedOn > today) issues.push({ field: 'observedOn', problem: 'in-the-future' });
  if (input.lastDay && !isDay(input.lastDay)) issues.push({ field: 'lastDay', problem: 'not-a-day' });
  else if (input.lastDay && input.lastDay < input.observedOn)
    issues.push({ field: 'lastDay', problem: 'before-observed' });
  for (const field of ['note', ...(input.corrects ? (['why'] as const) : [])] as const) {
    const text = input[field]?.trim() ?? '';
    if (text === '') issues.push({ field, problem: 'missing' });
    if (text.length > mostLetters) issues.push({ field, problem: 'too-long' });
  }
  if (input.link && !isHttps(input.link.trim())) issues.push({ field: 'link', problem: 'not-https' });
  if ((input.files?.length ?? 0) > 1) issues.push({ field: 'document', problem: 'too-many-files' });
  return issues;
}

/** An address of a page that others can open, and that says nothing of a password. */
function isHttps(text: string): boolean {
  if (text.length > 2_000 || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}
