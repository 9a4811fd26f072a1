import { sha256, type World } from '#app/platform/world.server.ts';
import { plainText } from '#curriculum/plain-text.ts';

const mostBytes = 10 * 1024 * 1024;
/** File types that a leader can open without running anything. */
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

export type GivenFile = { name: string; bytes: Uint8Array };
export type IdentifiedFile = GivenFile & { type: string; sha256: string };
export type FileRefusal = {
  ok: false;
  reason: 'file-empty' | 'file-too-large' | 'file-type' | 'file-broken' | 'too-many-files' | 'files-full';
  name: string;
};

/** Identifies each file by its bytes, not by its name. If one file is wrong, all are refused. */
export async function identifyFiles(
  world: World,
  given: readonly GivenFile[],
): Promise<{ ok: true; files: IdentifiedFile[] } | FileRefusal> {
  const files: IdentifiedFile[] = [];
  for (const { name, bytes } of given) {
    if (bytes.length === 0) return { ok: false, reason: 'file-empty', name };
    if (bytes.length > mostBytes) return { ok: false, reason: 'file-too-large', name };
    const isText = /\.(txt|md)$/i.test(name) && isPlainText(bytes);
    const found = isText ? { ok: true as const, type: 'text/plain' } : await world.fileTypes.typeOf(bytes);
    if (!found.ok) return { ok: false, reason: 'file-broken', name };
    const { type } = found;
    if (!type || (type !== 'text/plain' && !allowed.has(type))) return { ok: false, reason: 'file-type', name };
    files.push({
      name: plainText(name)
        .replace(/[\\/\t\n]/g, '_')
        .slice(-120),
      bytes,
      type,
      sha256: sha256(bytes),
    });
  }
  return { ok: true, files };
}

/** Plain text in UTF-8 or Windows-1252 contains no control characters except tabs, line breaks and form feeds. */
const isPlainText = (bytes: Uint8Array): boolean =>
  !bytes.some((byte) => byte < 0x20 && ![9, 10, 12, 13].includes(byte));
