import { Id, kinds, type Step } from './course.ts';

/** The steps and banks that a course file names, as far as they can be read. */
export type Outline = {
  steps: { id: string; kind: Step['kind'] }[];
  banks: string[];
  /** Every step could be read: a text that none of them names is used by none. */
  namesAllSteps: boolean;
  /** Every blueprint could be read: a bank that none of them names is drawn from by none. */
  namesAllBanks: boolean;
};

export const nothingRead: Outline = { steps: [], banks: [], namesAllSteps: false, namesAllBanks: false };

/** What a course file asks of the files beside it, told also when something else in it is wrong. */
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
    // Of two steps by one name, one is meant to have another.
    if (id === undefined || kind === undefined || ids.filter((each) => each === id).length > 1) namesAllSteps = false;
    else steps.push({ id, kind });
    const lines = Array.isArray(row?.blueprint) ? row.blueprint : undefined;
    const named = (lines ?? []).map((line) => (line as { bank?: unknown } | null)?.bank);
    banks.push(...named.filter((bank) => typeof bank === 'string'));
    if (named.some((bank) => typeof bank !== 'string') || (!lines && (!kind || kind === 'quiz'))) namesAllBanks = false;
  }
  return { steps, banks, namesAllSteps, namesAllBanks };
}
