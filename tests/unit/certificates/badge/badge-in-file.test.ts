import { renderToBuffer } from '@react-pdf/renderer';
import { expect, test } from 'vitest';
import { makeCredentialKey, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { signBadge } from '#certificates/badge/sign-badge.ts';
import type { CertificateData } from '#certificates/certificate-data.ts';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { certificatePage } from '#certificates/drawing/certificate-page.tsx';
import { warmFonts } from '#certificates/drawing/fonts.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { roomFor } from '#certificates/file/signature-place.ts';
import { signFile } from '#certificates/signing/sign-file.ts';
import { rootsOf } from '#certificates/signing/signing-key.ts';
import { developmentKey } from '../keys.ts';
import { badge, danish } from '../sample.ts';

const key = await developmentKey();
const credentialKey = makeCredentialKey('real');
const known = publicKeysOf(credentialKey, didOf(badge.site));
const { json } = await signBadge(danish, badge, credentialKey);
const texts = { signer: 'x', reason: 'x', label: 'x', spoken: 'x' };

/** A page and a badge that need not agree, in one file under a good signature. */
async function verdictOn(page: CertificateData, attached: string): Promise<string> {
  await warmFonts();
  const drawn = certificatePage(page);
  const place = { ...texts, at: new Date(danish.issuedAt), room: roomFor(key, 0) };
  const finished = await finishDrawing(await renderToBuffer(drawn.element as never), drawn, place, {
    json: attached,
    description: 'x',
  });
  if (!finished.ok) throw new Error(finished.flaw);
  const found = await verifyFile(await signFile(finished.bytes, key), rootsOf(key), known);
  if (found.state === 'flawed') return found.reason;
  return found.state === 'signed' ? found.badge.state : found.state;
}

test('a certificate is accepted if its page and its badge agree', async () =>
  expect(await verdictOn(danish, json)).toBe('proved'));

test('a badge that was swapped for that of another is refused', async () => {
  const other = await signBadge({ ...danish, number: '2026-00418', name: 'En Anden' }, badge, credentialKey);
  expect(await verdictOn(danish, other.json)).toBe('credential-differs-from-page');
});

test.each<[string, Partial<CertificateData>]>([
  ['the name', { name: 'En Anden Eksempel' }],
  ['the number', { number: '2026-00418' }],
  ['the course', { course: 'Overlæge' }],
  ['the version', { edition: '2027.1' }],
  ['the first day', { validFrom: '2025-11-17' }],
  ['the last day', { lastValidDay: '2031-11-16' }],
  ['the code', { verifyUrl: 'https://vejlederbevis.example/v/0123-4567-89AB-CDEF' }],
])('a certificate whose page was edited above a genuine badge is refused: %s', async (_, edited) =>
  expect(await verdictOn({ ...danish, ...edited }, json)).toBe('credential-differs-from-page'),
);

test('a file is refused if its badge is altered, too large when unpacked, or no badge', async () => {
  expect(await verdictOn(danish, json.replace('Åse', 'Bo'))).toBe('credential-proof-wrong');
  expect(await verdictOn(danish, json + ' '.repeat(1_000_000))).toBe('credential-unreadable');
  expect(await verdictOn(danish, json + ' '.repeat(20_000_000))).toBe('unpacks-too-far');
  expect(await verdictOn(danish, 'hej')).toBe('credential-unreadable');
});
