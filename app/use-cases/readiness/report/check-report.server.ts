import type { World } from '#app/platform/world.server.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';
import { readSnapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listReported } from '#db/queries/report.ts';

const looksAnHour = 120;

export type ReportLook = {
  code: string;
  asOf: string;
  takenAt: string;
  takenOn: string;
  policyVersion: string;
  sha256: string;
  /** Whether what is stored still has that hash. */
  isAsStored: boolean;
  /** How many municipalities were ready, of how many; null if the figures cannot be relied on. */
  ready: { count: number; of: number } | null;
  demo: boolean;
};
type Outcome =
  | { ok: true; report: ReportLook }
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'too-many'; seconds: number };

/** What anybody may see who has the code that is printed on a report: that it is one, its day, and its hash. */
export async function checkReport(world: World, given: { code: string; client: string }): Promise<Outcome> {
  const code = parseVerifyCode(given.code);
  const seconds = overReadingLimit(world, `report-from:${given.client}`, looksAnHour);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  const found = code ? await readSnapshot(world, { code }) : undefined;
  if (!code || !found || (!found.ok && found.reason === 'not-found')) return { ok: false, reason: 'unknown' };
  const head = found.ok ? found.snapshot : found.head;
  // A snapshot that was never printed is nobody's business.
  if (!(await listReported(world.db, [head.id])).has(head.id)) return { ok: false, reason: 'unknown' };
  const { asOf, takenAt, policyVersion, sha256 } = head;
  const places = found.ok
    ? found.snapshot.rows.flatMap(({ verdict, municipalities }) => municipalities.map(() => verdict))
    : [];
  return {
    ok: true,
    report: {
      ...{ code, asOf, takenAt, takenOn: dayOf(takenAt), policyVersion, sha256, isAsStored: found.ok },
      ready: found.ok ? { count: places.filter((verdict) => verdict === 'klar').length, of: places.length } : null,
      demo: world.demo,
    },
  };
}
