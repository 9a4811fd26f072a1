import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type KnownKey, publicKeysOf, readCredentialKey } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { verifyBadge, verifyFile } from '#certificates/checking/verify-file.ts';
import { certificateOf, certificatesIn, fingerprintOf, readPem, rootsOf } from '#certificates/signing/signing-key.ts';
import { badge } from '../sample.ts';

// Files as this program issued them on 29 November 2026, before it held each page against its whole form.
const folder = 'tests/fixtures/issued';
const key = readPem(readFileSync('tests/fixtures/keys/development-1.pem', 'utf8'), 'real');
const roots = rootsOf(key);
const signers = { known: [fingerprintOf(certificateOf(key.certificates[0]!))], complete: true };
const proving = readCredentialKey(readFileSync('tests/fixtures/keys/credential-1.pem', 'utf8'), 'real');
if (!proving.ok) throw new Error(proving.reason);
const longSite =
  'https://vejlederbevis.en-meget-lang-styrelse.og-et-laengere-domaene-endnu.kommunernes-landsforening.example';
const keys: KnownKey[] = [badge.site, longSite].flatMap((site) => publicKeysOf(proving.key, didOf(site)));
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
const pdfs = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
const withoutBadge = ['attendance-da.pdf', 'attendance-en.pdf', 'without-badge-da.pdf'];

describe('issued earlier', () => {
  test('there are samples of each kind', () => expect(pdfs.length).toBeGreaterThanOrEqual(12));

  test.each(pdfs)('%s is still found genuine, and its page is read to the last word', async (name) => {
    const found = await verifyFile(read(name), roots, keys, { signers });
    expect(found).toMatchObject({
      state: 'signed',
      trusted: true,
      pinned: true,
      number: expect.stringMatching(/^D?2026-00(417|093)$/),
      code: 'K7QM-4T9X-2HVD-W8RC',
      name: expect.stringMatching(/^(Åse Bjørk Eksempel|(Frederikke-Ludovica ){4}Eksempel|Ńguyễn Thị Ånna .* fin)$/),
      badge: { state: withoutBadge.includes(name) ? 'none' : 'proved' },
    });
  });

  test.each(readdirSync(folder).filter((name) => name.startsWith('badge-')))('%s is still proved', async (name) =>
    expect(await verifyBadge(Buffer.from(read(name)).toString('utf8'), keys)).toMatchObject({
      state: 'proved',
      facts: { number: '2026-00417', name: 'Åse Bjørk Eksempel' },
    }),
  );

  test('a stamp counts under a root of its authority, and says nothing where none is known', async () => {
    const timeRoots = certificatesIn(read('stamp-root.pem'));
    const stamped = read('stamped-da.pdf');
    expect(await verifyFile(stamped, roots, keys, { signers, timeRoots })).toHaveProperty('stampedAt');
    expect(await verifyFile(stamped, roots, keys, { signers })).not.toHaveProperty('stampedAt');
    const others = { signers, timeRoots: roots };
    expect(await verifyFile(stamped, roots, keys, others)).toEqual({ state: 'flawed', reason: 'timestamp-untrusted' });
    // The register knows these bytes, so a change of authority takes nothing from them.
    expect(await verifyFile(stamped, roots, keys, { ...others, issued: true })).toMatchObject({ state: 'signed' });
  });
});
