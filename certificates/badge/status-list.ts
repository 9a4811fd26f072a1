import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Flaw, must } from '#certificates/checking/flaw.ts';
import type { CredentialKey, KnownKey } from './credential-key.ts';
import { addProof, checkProof, credentialsContext } from './data-integrity.ts';
import { didOf } from './did-document.ts';
import { Proof, readStrictJson } from './strict-json.ts';

/** One list holds this many, so that nobody can tell whose status is asked for (Bitstring Status List 1.0). */
export const listSize = 131_072;
/** The number of the list that an index is in; the first list is 1. */
export const listNumberOf = (index: number): number => Math.floor(index / listSize) + 1;
/** Badges name the list of messages; those issued earlier name a list for each of the other two purposes. */
export const purposes = ['message', 'revocation', 'suspension'] as const;
export type Purpose = (typeof purposes)[number];
const formerPurposes = ['revocation', 'suspension'] as const;

/** What a status means. Open Badges 3.0 allows one status entry, so one list says both. */
export const messages = ['valid', 'suspended', 'revoked', 'not used'] as const;
const bitsOf = (purpose: Purpose): number => (purpose === 'message' ? 2 : 1);

const oneDay = 86_400_000;
const daysGood = 2;
// Even a list of random bits compresses to about its own size.
const largestEncoded = 48_000;

export const listAddress = (site: string, purpose: Purpose, list: number): string =>
  `${site}/status/${purpose}/${list}`;

/** The status entry of a badge: its place in the list of messages. */
export function entryOf(site: string, index: number) {
  const { id, type, statusListIndex, statusListCredential } = placeIn('message', site, index);
  return {
    id,
    type,
    statusPurpose: 'message' as const,
    statusListIndex,
    statusSize: bitsOf('message'),
    statusMessage: messages.map((message, status) => ({ status: `0x${status}`, message })),
    statusListCredential,
  };
}

/** The status entries of a badge that was issued earlier: the same place in one list for each purpose. */
export const formerEntriesOf = (site: string, index: number) =>
  formerPurposes.map((purpose) => placeIn(purpose, site, index));

function placeIn<P extends Purpose>(statusPurpose: P, site: string, index: number) {
  const list = listAddress(site, statusPurpose, listNumberOf(index));
  const at = String(index % listSize);
  return {
    id: `${list}#${at}`,
    type: 'BitstringStatusListEntry' as const,
    statusPurpose,
    statusListIndex: at,
    statusListCredential: list,
  };
}

type Given = {
  site: string;
  purpose: Purpose;
  list: number;
  /** The places that are set, and to what: 1 in the lists of one purpose, a message in the other. */
  set: readonly (readonly [index: number, status: number])[];
  at: string;
};

/** Signs a list. The same facts give the same bytes. */
export async function signStatusList(given: Given, key: CredentialKey): Promise<string> {
  const { site, purpose, list, set, at } = given;
  const size = bitsOf(purpose);
  const bits = Buffer.alloc((listSize * size) / 8);
  for (const [index, status] of set) bits[(index * size) >> 3]! |= status << (8 - size - ((index * size) & 7));
  const id = listAddress(site, purpose, list);
  const credential = {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(site),
    validFrom: at,
    validUntil: new Date(Date.parse(at) + daysGood * oneDay).toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: `u${gzipSync(bits, { level: 9 }).toString('base64url')}`,
    },
  };
  return JSON.stringify(await addProof(credential, key, didOf(site), new Date(at)));
}

const StatusList = z.strictObject({
  '@context': z.tuple([z.literal(credentialsContext)]),
  id: z.string(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  credentialSubject: z.strictObject({
    id: z.string(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.enum(purposes),
    encodedList: z.string().startsWith('u').max(largestEncoded),
  }),
  proof: Proof,
});

/** A list whose proof was checked, unpacked for reading. */
export type StatusList = { id: string; issuer: string; purpose: Purpose; from: string; until: string; bits: Buffer };

/** Reads a saved list. It is refused if no known key proves it, or if it cannot be unpacked. */
export async function readStatusList(text: string, known: readonly KnownKey[]): Promise<StatusList> {
  const list = readStrictJson(StatusList, text, 'status-list-unreadable');
  await checkProof(list, known).catch((error: unknown) => {
    throw error instanceof Flaw ? new Flaw('status-list-not-proved') : error;
  });
  const { statusPurpose, encodedList, id: subject } = list.credentialSubject;
  must(subject === `${list.id}#list`, 'status-list-unreadable');
  const { id, issuer, validFrom: from, validUntil: until } = list;
  return { id, issuer, purpose: statusPurpose, from, until, bits: unpacked(encodedList, statusPurpose) };
}

/** Stops unpacking at the size of a list, whatever size the compressed data claims. */
function unpacked(encoded: string, purpose: Purpose): Buffer {
  try {
    const length = (listSize * bitsOf(purpose)) / 8;
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: length });
    must(bits.length === length, 'status-list-unreadable');
    return bits;
  } catch {
    throw new Flaw('status-list-unreadable');
  }
}

/** What a place in a list is set to; 0 if it is not. */
export function statusAt({ bits, purpose }: Pick<StatusList, 'bits' | 'purpose'>, index: number): number {
  const size = bitsOf(purpose);
  const place = index * size;
  return (bits[place >> 3]! >> (8 - size - (place & 7))) & ((1 << size) - 1);
}
