import type { World } from '#app/platform/world.server.ts';
import { type IdentifiedFile, identifyFiles } from '#app/use-cases/learning/practical/identify-files.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { agreementPurposes, isSameMatter, overlaps } from '#curriculum/partners/agreement.ts';
import { findAgreement, findAgreementByOperation, insertAgreement, listAgreements } from '#db/queries/agreement.ts';
import { lockRecords } from '#db/queries/partner-record.ts';
import { findService } from '#db/queries/place.ts';
import { type AgreementInput, type AgreementIssue, agreementIssuesOf } from './agreement-issues-of.ts';
import { versionOf } from './version-of.ts';

type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'changed-meanwhile' }
  | { ok: false; reason: 'not-an-agreement'; issues: AgreementIssue[] };

/** A signed paper is a document or a picture of one. */
const isPaper = ({ type }: IdentifiedFile) => !type.startsWith('audio/') && type !== 'text/plain';

/**
 * Records an agreement with its period and document, or corrects one. Two agreements about the same matter never overlap.
 * Sending the same form twice records it once.
 */
export async function recordAgreement(world: World, viewer: Viewer, input: AgreementInput): Promise<Outcome> {
  const former = input.corrects ? await findAgreement(world.db, input.corrects) : undefined;
  if (input.corrects && !former) return { ok: false, reason: 'not-found' };
  const serviceId = former ? former.serviceId : input.serviceId || null;
  if (!may(viewer, 'record-partners', serviceId === null ? {} : { serviceId }))
    return { ok: false, reason: former ? 'not-found' : 'forbidden' };
  if (serviceId !== null && !(await findService(world.db, serviceId))) return { ok: false, reason: 'not-found' };
  const issues = agreementIssuesOf(input, { hasPlace: serviceId !== null, hasPaper: Boolean(former?.document) });
  const read = input.files.length === 1 ? await identifyFiles(world, input.files) : undefined;
  if (read && !read.ok) issues.push({ field: 'document', problem: read.reason });
  const paper = read?.ok ? read.files[0] : undefined;
  if (paper && !isPaper(paper)) issues.push({ field: 'document', problem: 'file-type' });
  if (issues.length > 0) return { ok: false, reason: 'not-an-agreement', issues };

  const agreement = {
    serviceId,
    purpose: agreementPurposes.find((each) => each === input.purpose)!,
    partner: input.partner.trim(),
    about: input.about.trim(),
    validFrom: input.from,
    validUntil: addDays(input.lastDay, 1),
  };
  const { files, ...fields } = input;
  const operation = operationOf(viewer, { ...fields, document: paper?.sha256 } as { operationId?: string });
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockRecords(trx, 'agreement', at);
    const known = operation === null ? undefined : await findAgreementByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    if (former && (await findAgreement(trx, former.id))?.stands !== 1)
      return { ok: false, reason: 'changed-meanwhile' };
    const others = (await listAgreements(trx)).filter(({ id }) => id !== former?.id);
    const other = others.find((each) => isSameMatter(each, agreement) && overlaps(each, agreement));
    if (other) {
      const period = { from: other.validFrom, lastDay: addDays(other.validUntil, -1) };
      return { ok: false, reason: 'not-an-agreement', issues: [{ field: 'from', problem: 'overlaps', ...period }] };
    }
    if (paper) await storeDocument(trx, { bytes: paper.bytes, mediaType: paper.type, at });
    const version = versionOf(world, viewer, { former, why: input.why, operation });
    await insertAgreement(trx, {
      ...version,
      service_id: serviceId,
      purpose: agreement.purpose,
      partner: agreement.partner,
      about: agreement.about,
      signed_by: input.signedBy.trim(),
      valid_from: agreement.validFrom,
      valid_until: agreement.validUntil,
      document: paper?.sha256 ?? former?.document ?? null,
      document_name: paper?.name ?? former?.documentName ?? null,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'agreement-corrected' : 'agreement-recorded',
      subject: version.id,
      detail: serviceId ?? '',
    });
    return { ok: true, id: version.id };
  });
}
