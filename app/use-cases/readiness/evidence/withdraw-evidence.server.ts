import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { appendEvidence, findEvidence } from '#db/queries/evidence.ts';
import { lockByName } from '#db/queries/setting.ts';
import { mayCorrectEvidence } from './may-correct-evidence.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/** Takes back evidence that was recorded by mistake. It stays in the history and counts no more. */
export function withdrawEvidence(
  world: World,
  viewer: Viewer,
  input: { evidenceId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const now = world.now();
    await lockByName(trx, 'evidence', now);
    const former = await findEvidence(trx, input.evidenceId);
    if (!former || !mayCorrectEvidence(viewer, former)) return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.later) return { ok: false, reason: 'changed-meanwhile' };
    await appendEvidence(trx, {
      id: world.newId(),
      service_id: former.serviceId,
      gate: former.gate,
      value: former.value,
      observed_on: former.observedOn,
      expires_on: former.expiresOn,
      note: former.note,
      by_person: viewer.personId || null,
      at: now,
      recorded_at: now,
      client_op_id: null,
      document: former.document,
      document_name: former.documentName,
      link: former.link,
      corrects: former.id,
      withdrawn: 1,
      why,
      said_by: may(viewer, 'confirm-evidence') ? 'agency' : 'place',
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'evidence-withdrawn',
      subject: `${former.serviceId}/${former.gate}`,
      detail: former.id,
    });
    return { ok: true };
  });
}
