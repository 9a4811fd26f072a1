import { Id, kinds, type Step } from './course.ts';

/** The steps and banks that a course file names, as far as the file can be read. */
export type Outline = {
  steps: { id: string; kind: Step['kind'] }[];
  banks: string[];
  /** True if every step could be read. Only then is a text that no step names really unused. */
  namesAllSteps: boolean;
  /** True if every blueprint could be read. Only then is a bank that none of them names really unused. */
  namesAllBanks: boolean;
};

export const nothingRead: Outline = { steps: [], banks: [], namesAllSteps: false, namesAllBanks: false };

/** Which other files a course file needs, even if something else in it is invalid. */
export function outlineOf(raw: unknown): Outline {
  const rows = (raw as { steps?: unknown } | null | undefined)?.steps;
  if (!Array.isArray(rows)) return nothingRead;
  const ids = rows.map((row: { id?: unknown } | null) => row?.id);
  const steps: Outline['steps'] = [];
  const banks: string[] = [];
  let namesAllSteps = true;
  let namesAllBanks = true;
  for (const row of rows as ({ id?: unknown; kind?: unknown; blueprint?: unknown } | null)[]) {
    const id = Id.safeParse(row?.id).data;
    const kind = kinds.find((each) => each === row?.kind);
    // If two steps have the same id, one of them should have another, which we do not know.
    if (id === undefined || kind === undefined || ids.filter((each) => each === id).length > 1) namesAllSteps = false;
    else steps.push({ id, kind });
    const lines = Array.isArray(row?.blueprint) ? row.blueprint : undefined;
    const named = (lines ?? []).map((line) => (line as { bank?: unknown } | null)?.bank);
    banks.push(...named.filter((bank) => typeof bank === 'string'));
    if (named.some((bank) => typeof bank !== 'string') || (!lines && (!kind || kind === 'quiz'))) namesAllBanks = false;
  }
  return { steps, banks, namesAllSteps, namesAllBanks };
}
