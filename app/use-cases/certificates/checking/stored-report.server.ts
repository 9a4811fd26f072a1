import type { World } from '#app/platform/world.server.ts';
import { readSnapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { CheckedReport } from './verification.ts';

/** What the register says about the report with this code, and whether its figures are still those that were frozen. */
export async function storedReport(register: World, code: string): Promise<CheckedReport> {
  const found = await readSnapshot(register, { code });
  if (!found.ok && found.reason === 'not-found') throw new Error('a report has a snapshot');
  const { asOf, takenAt, sha256, policyVersion } = found.ok ? found.snapshot : found.head;
  return { code, asOf, takenOn: dayOf(takenAt), sha256, policyVersion, isAsStored: found.ok };
}
