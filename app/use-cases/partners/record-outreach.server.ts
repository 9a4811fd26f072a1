import type { World } from '#app/platform/world.server.ts';
import {
  type FileRefusal,
  type GivenFile,
  identifyFiles,
} from '#app/use-cases/learning/practical/identify-files.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  invitationAnswers,
  type OutreachDraft,
  type OutreachIssue,
  outreachChannels,
  outreachIssuesOf,
} from '#curriculum/partners/outreach.ts';
import { findOutreach, findOutreachByOperation, insertOutreach } from '#db/queries/outreach.ts';
import { lockRecords } from '#db/queries/partner-record.ts';
import { findService } from '#db/queries/place.ts';
import { versionOf } from './version-of.ts';

type Input = OutreachDraft & {
  /** The library service; '' is the whole country. A correction keeps the place of what it corrects. */
  serviceId: string;
  files: readonly GivenFile[];
  corrects?: string;
  why?: string;
  operationId?: string;
};
type Issue = OutreachIssue | { field: 'document'; problem: FileRefusal['reason'] };
type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'changed-meanwhile' }
  | { ok: false; reason: 'not-outreach'; issues: Issue[] };

/**
 * Records an effort to reach people, with the file that was printed or sent, or corrects one. Sending the same form twice
 * records it once.
 */
export async function recordOutreach(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  const former = input.corrects ? await findOutreach(world.db, input.corrects) : undefined;
  if (input.corrects && !former) return { ok: false, reason: 'not-found' };
  const serviceId = former ? former.serviceId : input.serviceId || null;
  if (!may(viewer, 'record-partners', serviceId === null ? {} : { serviceId }))
    return { ok: false, reason: former ? 'not-found' : 'forbidden' };
  if (serviceId !== null && !(await findService(world.db, serviceId))) return { ok: false, reason: 'not-found' };
  const issues: Issue[] = outreachIssuesOf(input, dayOf(world.now()));
  if (input.files.length > 1) issues.push({ field: 'document', problem: 'too-many-files' });
  const read = input.files.length === 1 ? await identifyFiles(world, input.files) : undefined;
  if (read && !read.ok) issues.push({ field: 'document', problem: read.reason });
  if (issues.length > 0) return { ok: false, reason: 'not-outreach', issues };

  const file = read?.ok ? read.files[0] : undefined;
  const { files, ...fields } = input;
  const operation = operationOf(viewer, { ...fields, document: file?.sha256 } as { operationId?: string });
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockRecords(trx, 'outreach', at);
    const known = operation === null ? undefined : await findOutreachByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    if (former && (await findOutreach(trx, former.id))?.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    if (file) await storeDocument(trx, { bytes: file.bytes, mediaType: file.type, at });
    const version = versionOf(world, viewer, { former, why: input.why, operation });
    const channel = outreachChannels.find((each) => each === input.channel)!;
    const answer = channel === 'invitation' ? invitationAnswers.find((each) => each === input.answer) : undefined;
    await insertOutreach(trx, {
      ...version,
      service_id: serviceId,
      channel,
      on_day: input.onDay,
      last_day: input.lastDay || null,
      place: input.place.trim(),
      amount: Number(input.amount),
      note: input.note.trim(),
      cost_kroner: input.cost ? Number(input.cost) : null,
      paid_by: input.paidBy.trim(),
      answer: answer ?? 'none',
      document: file?.sha256 ?? former?.document ?? null,
      document_name: file?.name ?? former?.documentName ?? null,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'outreach-corrected' : 'outreach-recorded',
      subject: version.id,
      detail: serviceId ?? '',
    });
    return { ok: true, id: version.id };
  });
}
