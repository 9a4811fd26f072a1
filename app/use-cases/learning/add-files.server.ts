import { fileTypeFromBuffer } from 'file-type';
import { findLatestSubmission, insertFile, listFiles, removeFile } from '#db/queries/submission.ts';
import type { World } from '../../platform/world.server.ts';
import { storeDocument } from '../store-document.server.ts';
import type { Viewer } from '../viewer.ts';
import { type Done, type Refused, withOwnRecord } from './own-record.server.ts';
import { draftOf } from './save-draft.server.ts';

const mostBytes = 10 * 1024 * 1024;
const mostFiles = 5;
/** What a leader can open without running anything. */
const allowed = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/mp4',
  'audio/wav',
  'audio/ogg',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

type Outcome = Done | { ok: false; reason: 'file-too-large' | 'file-type' | 'too-many-files'; name: string };
type Input = { enrolmentId: string; step: string; files: { name: string; bytes: Uint8Array }[] };

/** Lays files by an open practical. The bytes decide what a file is, not its name; one wrong file and none is taken. */
export async function addFiles(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  const typed: { name: string; bytes: Uint8Array; type: string }[] = [];
  for (const { name, bytes } of input.files) {
    if (bytes.length > mostBytes) return { ok: false, reason: 'file-too-large', name };
    const type =
      (await fileTypeFromBuffer(bytes))?.mime ??
      (isPlainText(bytes) && /\.(txt|md)$/i.test(name) ? 'text/plain' : undefined);
    if (!type || (type !== 'text/plain' && !allowed.has(type))) return { ok: false, reason: 'file-type', name };
    typed.push({ name: name.replace(/[\\/\p{Cc}]/gu, '_').slice(-120), bytes, type });
  }
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const draft = await draftOf(world, trx, record, input.step);
    if (!draft.ok) return draft;
    const there = await listFiles(trx, draft.submission.id);
    if (there.length + typed.length > mostFiles)
      return { ok: false, reason: 'too-many-files', name: String(mostFiles) };
    const now = world.now();
    for (const [at, { name, bytes, type }] of typed.entries()) {
      const digest = await storeDocument(trx, { bytes, mediaType: type, at: now });
      await insertFile(trx, {
        submission_id: draft.submission.id,
        sha256: digest,
        name,
        position: there.length + at,
        recorded_at: now,
      });
    }
    return { ok: true };
  });
}

/** Takes a file away again, as long as nothing is handed in. */
export function removeOwnFile(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; sha256: string },
): Promise<Done> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<{ ok: true } | Refused> => {
    const latest = await findLatestSubmission(trx, record.enrolment.id, input.step);
    if (latest?.state !== 'draft') return { ok: false, reason: 'not-found' };
    await removeFile(trx, latest.id, input.sha256);
    return { ok: true };
  });
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000');
  } catch {
    return false;
  }
}
