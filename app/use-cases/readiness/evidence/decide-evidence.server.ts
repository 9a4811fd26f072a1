import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatDay } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { appendEvidenceDecision, findEvidence } from '#db/queries/evidence.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'not-stated' | 'no-reason' | 'changed-meanwhile' };

/**
 * The agency confirms what a place says of itself, so that it counts from today, or declines it with a reason that is
 * written to whoever said it. It is decided once.
 */
export function decideEvidence(
  world: World,
  viewer: Viewer,
  input: { evidenceId: string; confirm: boolean; reason: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const found = await findEvidence(trx, input.evidenceId);
    if (!found || found.withdrawn === 1 || !may(viewer, 'confirm-evidence')) return { ok: false, reason: 'not-found' };
    if (found.saidBy !== 'place') return { ok: false, reason: 'not-stated' };
    const reason = input.confirm ? '' : parseReason(input.reason);
    if (reason === undefined) return { ok: false, reason: 'no-reason' };
    if (found.later || found.decision) return { ok: false, reason: 'changed-meanwhile' };
    const now = world.now();
    const decided = await appendEvidenceDecision(trx, {
      evidence_id: found.id,
      confirmed: input.confirm ? 1 : 0,
      on_day: dayOf(now),
      reason,
      by_person: viewer.personId || null,
      recorded_at: now,
    });
    if (!decided) return { ok: false, reason: 'changed-meanwhile' };
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: input.confirm ? 'evidence-confirmed' : 'evidence-declined',
      subject: `${found.serviceId}/${found.gate}`,
      detail: found.id,
    });
    const gate = world.policy.gates.find(({ key }) => key === found.gate);
    if (!input.confirm && found.byId)
      await writeLetter(world, trx, {
        personId: found.byId,
        key: `evidence-declined:${found.id}`,
        template: 'evidence-declined',
        words: (language) => ({
          gate: gate?.title[language] ?? found.gate,
          on: formatDay(language, found.observedOn),
          reason,
          url: `${world.publicUrl}/evidence/${found.id}`,
        }),
      });
    return { ok: true };
  });
}
