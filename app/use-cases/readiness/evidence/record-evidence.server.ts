import type { World } from '#app/platform/world.server.ts';
import { type IdentifiedFile, identifyFiles } from '#app/use-cases/learning/practical/identify-files.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { bytesOfPapers } from '#db/queries/document.ts';
import { appendEvidence, findEvidence, hasEvidenceOf } from '#db/queries/evidence.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';
import { type EvidenceInput, type EvidenceIssue, evidenceIssuesOf } from './evidence-issues-of.ts';
import { mayCorrectEvidence } from './may-correct-evidence.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'forbidden' | 'changed-meanwhile' }
  | { ok: false; reason: 'not-evidence'; issues: EvidenceIssue[] };

/** What the papers of one library service may take. */
const mostMegabytes = 200;

/** A paper is a document or a picture of one. */
const isPaper = ({ type }: IdentifiedFile) => !type.startsWith('audio/') && type !== 'text/plain';

/**
 * Records what is known about a gate on a day, or corrects what was recorded. Earlier records stay, so that any past day
 * can be shown again; what was corrected counts no more. What a contact person says is kept as the place's own word.
 * Sending the same form twice records it once.
 */
export async function recordEvidence(world: World, viewer: Viewer, input: EvidenceInput): Promise<Outcome> {
  const former = input.corrects ? await findEvidence(world.db, input.corrects) : undefined;
  if (input.corrects && !former) return { ok: false, reason: 'not-found' };
  // A correction is about the same place and the same gate.
  const { serviceId, gate } = former ?? input;
  if (!may(viewer, 'record-evidence', { serviceId })) return { ok: false, reason: former ? 'not-found' : 'forbidden' };
  if (!(await findService(world.db, serviceId))) return { ok: false, reason: 'not-found' };
  if (former && !mayCorrectEvidence(viewer, former)) return { ok: false, reason: 'forbidden' };
  const issues = evidenceIssuesOf(world.policy, { ...input, gate }, dayOf(world.now()));
  const read = input.files?.length === 1 ? await identifyFiles(world, input.files) : undefined;
  if (read && !read.ok) issues.push({ field: 'document', problem: read.reason });
  const paper = read?.ok ? read.files[0] : undefined;
  if (paper && !isPaper(paper)) issues.push({ field: 'document', problem: 'file-type' });
  if (issues.length > 0) return { ok: false, reason: 'not-evidence', issues };

  const { files: _, ...fields } = input;
  const operation = operationOf(viewer, { ...fields, document: paper?.sha256 } as { operationId?: string });
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const now = world.now();
    // Two forms at once could correct the same evidence, or fill the same room.
    if (former || paper) await lockByName(trx, 'evidence', now);
    if (await hasEvidenceOf(trx, operation)) return { ok: true };
    if (former && (await findEvidence(trx, former.id))?.later !== null)
      return { ok: false, reason: 'changed-meanwhile' };
    if (paper) {
      if ((await bytesOfPapers(trx, serviceId)) + paper.bytes.length > mostMegabytes * 1024 * 1024)
        return { ok: false, reason: 'not-evidence', issues: [{ field: 'document', problem: 'files-full' }] };
      await storeDocument(trx, { bytes: paper.bytes, mediaType: paper.type, at: now });
    }
    const appended = await appendEvidence(trx, {
      id: world.newId(),
      service_id: serviceId,
      gate,
      value: input.value as GateValue,
      observed_on: input.observedOn,
      expires_on: input.lastDay ? addDays(input.lastDay, 1) : null,
      note: input.note.trim(),
      by_person: viewer.personId || null,
      at: now,
      recorded_at: now,
      client_op_id: operation,
      document: paper?.sha256 ?? former?.document ?? null,
      document_name: paper?.name ?? former?.documentName ?? null,
      link: input.link?.trim() || null,
      corrects: former?.id ?? null,
      withdrawn: 0,
      why: (former && input.why?.trim()) ?? '',
      said_by: may(viewer, 'confirm-evidence') ? 'agency' : 'place',
    });
    if (!appended) return { ok: true };
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'evidence-corrected' : 'evidence-recorded',
      subject: `${serviceId}/${gate}`,
      detail: input.value,
    });
    return { ok: true };
  });
}
