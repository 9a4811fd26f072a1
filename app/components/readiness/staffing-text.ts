import type { TFunction } from 'i18next';
import type { Staffing } from '#curriculum/readiness/readiness-of.ts';

/** How many advisers count of those that are required, in the words of the agency's pages; unknown where nobody is on record. */
export const staffingText = (t: TFunction, { countedForGate, required, missing }: Staffing): string =>
  missing === null ? t('gate.ukendt') : t('staffing', { counted: countedForGate, required });
