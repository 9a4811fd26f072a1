import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findAgreement, insertAgreement } from '#db/queries/agreement.ts';
import { lockByName } from '#db/queries/setting.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/** Takes back an agreement that was recorded by mistake. Its rows stay; it no longer counts on any day. */
export function withdrawAgreement(
  world: World,
  viewer: Viewer,
  input: { agreementId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'agreements', at);
    const former = await findAgreement(trx, input.agreementId);
    const scope = former?.serviceId ? { serviceId: former.serviceId } : {};
    if (!former || !may(viewer, 'record-partners', scope)) return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    const id = world.newId();
    await insertAgreement(trx, {
      id,
      first_id: former.firstId,
      service_id: former.serviceId,
      purpose: former.purpose,
      partner: former.partner,
      about: former.about,
      signed_by: former.signedBy,
      valid_from: former.validFrom,
      valid_until: former.validUntil,
      document: former.document,
      document_name: former.documentName,
      corrects: former.id,
      withdrawn: 1,
      why,
      by_person: viewer.personId || null,
      client_op_id: null,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'agreement-withdrawn',
      subject: former.id,
      detail: former.serviceId ?? '',
    });
    return { ok: true };
  });
}
