import type { TFunction } from 'i18next';
import type { Staffing } from '#curriculum/readiness/readiness-of.ts';

/**
 * How many advisers count out of the required number, worded for the agency's pages; unknown where nobody is on record.
 */
export const staffingText = (t: TFunction<'agency'>, { countedForGate, required, missing }: Staffing): string =>
  missing === null ? t('gate.ukendt') : t('staffing', { counted: countedForGate, required });
