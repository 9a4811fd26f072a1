import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findOutreach, insertOutreach } from '#db/queries/outreach.ts';
import { lockByName } from '#db/queries/setting.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/** Takes back an effort that was recorded by mistake. Its rows stay; it no longer counts on any day. */
export function withdrawOutreach(
  world: World,
  viewer: Viewer,
  input: { outreachId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'outreach', at);
    const former = await findOutreach(trx, input.outreachId);
    const scope = former?.serviceId ? { serviceId: former.serviceId } : {};
    if (!former || !may(viewer, 'record-partners', scope)) return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    await insertOutreach(trx, {
      id: world.newId(),
      first_id: former.firstId,
      service_id: former.serviceId,
      channel: former.channel,
      on_day: former.onDay,
      last_day: former.lastDay,
      place: former.place,
      amount: former.amount,
      note: former.note,
      cost_kroner: former.cost,
      paid_by: former.paidBy,
      answer: former.answer,
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
      action: 'outreach-withdrawn',
      subject: former.id,
      detail: former.serviceId ?? '',
    });
    return { ok: true };
  });
}
