import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type CredentialKey,
  type KnownKey,
  makeCredentialKey,
  publicKeysOf,
} from '#certificates/badge/credential-key.ts';
import { addProof } from '#certificates/badge/data-integrity.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import {
  entryOf,
  formerEntriesOf,
  listSize,
  readStatusList,
  signStatusList,
  statusAt,
} from '#certificates/badge/status-list.ts';
import { badge } from '../sample.ts';

const { site } = badge;
const did = didOf(site);
const key: CredentialKey = makeCredentialKey('real');
const known: KnownKey[] = publicKeysOf(key, did);
const at = '2026-11-25T00:00:00.000Z';
const given = {
  site,
  purpose: 'revocation',
  list: 1,
  set: [
    [0, 1],
    [9, 1],
    [131_071, 1],
  ],
  at,
} as const;
const list = await signStatusList(given, key);
const verdictOn = (text: string, keys = known) =>
  readStatusList(text, keys).then(
    () => 'read',
    (error) => error.reason,
  );
type Json = Record<string, any>;
const changed = (change: (json: Json) => void) => {
  const json = JSON.parse(list) as Json;
  change(json);
  return JSON.stringify(json);
};
/** Made and proved by whoever holds the key. */
const anew = async (change: (json: Json) => void, by = key, as = did) => {
  const { proof, ...bare } = JSON.parse(list) as Json;
  change(bare);
  return JSON.stringify(await addProof(bare, by, as, new Date(at)));
};

test('a status list says for two days which places are set, counted from the left bit', async () => {
  const read = await readStatusList(list, known);
  expect(read).toMatchObject({ issuer: did, purpose: 'revocation', from: at, until: '2026-11-27T00:00:00.000Z' });
  expect(read.bits[0]).toBe(0x80);
  const set = Array.from({ length: listSize }, (_, index) => index).filter((index) => statusAt(read, index) === 1);
  expect(set).toEqual(given.set.map(([index]) => index));
  expect(await signStatusList(given, key)).toBe(list);
});

test('a badge that was issued earlier has the same place in the status list of each purpose', () => {
  expect(formerEntriesOf(site, 131_073)).toEqual([
    {
      id: 'https://vejlederbevis.example/status/revocation/2#1',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://vejlederbevis.example/status/revocation/2',
    },
    expect.objectContaining({ statusPurpose: 'suspension', statusListIndex: '1' }),
  ]);
});

test('a list of messages says of each place whether it is valid, suspended or revoked', async () => {
  const set = [
    [0, 2],
    [1, 1],
    [131_071, 2],
  ] as const;
  const read = await readStatusList(await signStatusList({ ...given, purpose: 'message', set }, key), known);
  const found = Array.from({ length: listSize }, (_, index) => [index, statusAt(read, index)] as const);
  expect(found.filter(([, status]) => status !== 0)).toEqual(set);
  // Two bits a place, the first place leftmost: 10 01.
  expect(read.bits[0]).toBe(0b1001_0000);
});

test('a badge has one status entry, with a message for each status', () =>
  expect(entryOf(site, 131_073)).toEqual({
    id: 'https://vejlederbevis.example/status/message/2#1',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'message',
    statusListIndex: '1',
    statusSize: 2,
    statusMessage: [
      { status: '0x0', message: 'valid' },
      { status: '0x1', message: 'suspended' },
      { status: '0x2', message: 'revoked' },
      { status: '0x3', message: 'not used' },
    ],
    statusListCredential: 'https://vejlederbevis.example/status/message/2',
  }));

describe('a status list is refused', () => {
  const encodedAs = (bytes: Buffer) => `u${bytes.toString('base64url')}`;
  const bomb = encodedAs(gzipSync(Buffer.alloc(20_000_000)));
  test.each<[string, () => string | Promise<string>, string]>([
    ['without a proof', () => changed((json) => delete json.proof), 'status-list-unreadable'],
    [
      'with another list under the old proof',
      () =>
        changed(
          ({ credentialSubject }) => (credentialSubject.encodedList = encodedAs(gzipSync(Buffer.alloc(listSize / 8)))),
        ),
      'status-list-not-proved',
    ],
    [
      'with a later end',
      () => changed((json) => (json.validUntil = '2099-01-01T00:00:00.000Z')),
      'status-list-not-proved',
    ],
    [
      'by another issuer',
      () => anew((json) => (json.issuer = 'did:web:evil.example'), makeCredentialKey('real'), 'did:web:evil.example'),
      'status-list-not-proved',
    ],
    ['by another key in our name', () => anew(() => {}, makeCredentialKey('real')), 'status-list-not-proved'],
    [
      'that bursts when unpacked',
      () => anew(({ credentialSubject }) => (credentialSubject.encodedList = bomb)),
      'status-list-unreadable',
    ],
    [
      'that is too short',
      () => anew(({ credentialSubject }) => (credentialSubject.encodedList = encodedAs(gzipSync(Buffer.alloc(16))))),
      'status-list-unreadable',
    ],
    [
      'that is not packed',
      () => anew(({ credentialSubject }) => (credentialSubject.encodedList = 'uAAAA')),
      'status-list-unreadable',
    ],
    [
      'that is about another',
      () => anew(({ credentialSubject }) => (credentialSubject.id = `${site}/status/suspension/1#list`)),
      'status-list-unreadable',
    ],
    [
      'with a foreign context',
      () => changed((json) => json['@context'].push('https://evil.example/')),
      'status-list-unreadable',
    ],
  ])('%s', async (_, made, reason) => expect(await verdictOn(await made())).toBe(reason));

  test('by a key that was given up', async () =>
    expect(
      await verdictOn(
        list,
        known.map((each) => ({ ...each, compromisedAt: at })),
      ),
    ).toBe('status-list-not-proved'));
});
