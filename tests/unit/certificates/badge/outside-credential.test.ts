import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type KnownKey, makeCredentialKey, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { pinnedContexts } from '#certificates/badge/data-integrity.ts';
import { didDocument, didOf } from '#certificates/badge/did-document.ts';
import { signBadge } from '#certificates/badge/sign-badge.ts';
import { signStatusList } from '#certificates/badge/status-list.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { developmentKey } from '../keys.ts';
import { badge, danish, english } from '../sample.ts';

// Debian's own, where its packages are; the test run installs them or counts a failure (scripts/test.mjs).
const python = '/usr/bin/python3';
const hasPython = spawnSync(python, ['-c', 'import pyld, cryptography']).status === 0;
const hasQpdf = spawnSync('which', ['qpdf', 'pdfdetach']).status === 0;
const ask = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' });
const key = makeCredentialKey('real');
const did = didOf(badge.site);

function secondOpinion(given: { credentials: string[]; jwts: string[] }, keys: KnownKey[] = publicKeysOf(key, did)) {
  return didDocument(badge.site, keys).then((document) =>
    execFileSync(python, [path.join(import.meta.dirname, 'verify_credential.py')], {
      encoding: 'utf8',
      input: JSON.stringify({ ...given, contexts: Object.fromEntries(pinnedContexts), did: document }),
    })
      .trim()
      .split('\n'),
  );
}

describe.skipIf(!hasPython)('PyLD and cryptography', () => {
  test('verify badges in both languages and forms, and a status list', async () => {
    const signed = [await signBadge(danish, badge, key), await signBadge(english, badge, key)];
    const given = { site: badge.site, purpose: 'message', list: 1, set: [[7, 2]], at: danish.issuedAt } as const;
    const credentials = [...signed.map(({ json }) => json), await signStatusList(given, key)];
    const jwts = signed.map(({ jwt }) => jwt!);
    expect(await secondOpinion({ credentials, jwts })).toEqual(Array.from({ length: 5 }, () => 'verified'));
  });

  test('refuse another name, and a key that the issuer has given up', async () => {
    const { json, jwt } = await signBadge(danish, badge, key);
    const altered = json.replace('Åse Bjørk', 'Bo');
    expect(await secondOpinion({ credentials: [altered], jwts: [`${jwt!.slice(0, -8)}AAAAAAAA`] })).toEqual([
      'wrong signature',
      'wrong signature',
    ]);
    const compromised = publicKeysOf(key, did).map((each) => ({ ...each, compromisedAt: danish.issuedAt }));
    expect(await secondOpinion({ credentials: [json], jwts: [jwt!] }, compromised)).toEqual([
      'not an assertion method',
      'not an assertion method',
    ]);
  });
});

test.skipIf(!hasQpdf)('qpdf finds no fault in the signed file, and Poppler extracts the badge unchanged', async () => {
  const drawn = await drawCertificate({ ...danish, badge }, { key: await developmentKey(), credentialKey: key });
  if (!drawn.ok) throw new Error(drawn.reason);
  const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-badge-'));
  const file = path.join(folder, 'da.pdf');
  writeFileSync(file, drawn.bytes);
  try {
    expect(ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    ask('pdfdetach', '-saveall', '-o', folder, file);
    expect(readFileSync(path.join(folder, 'open-badge.json'), 'utf8')).toBe(drawn.badge!.json);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
