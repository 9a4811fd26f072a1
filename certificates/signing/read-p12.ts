import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf } from './der.ts';

/** An encryption that we do not support: RC2, and newer ones we do not know. */
export class UnknownEncryption extends Error {}

type Bags = { keys: Uint8Array[]; certificates: Uint8Array[] };

const oid = {
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
  tripleDesWithSha1: '1.2.840.113549.1.12.1.3',
};
const digests: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '1.2.840.113549.2.7': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '1.2.840.113549.2.9': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '1.2.840.113549.2.10': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.2.11': 'sha512',
};
const ciphers: Record<string, [name: string, keyLength: number]> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};

/**
 * The keys (PKCS #8) and certificates in a P12 file (RFC 7292), as OpenSSL, Java and Windows encrypt them: AES by
 * PBES2, or Triple DES. pkijs only parses the structure, because it supports neither Triple DES nor passwords with æ, ø
 * or å.
 */
export function bagsIn(bytes: Uint8Array, password: string): Bags {
  const pfx = pkijs.PFX.fromBER(bufferOf(bytes));
  const safe = octets(pfx.authSafe.content);
  checkMac(pfx.macData, safe, password);
  const found: Bags = { keys: [], certificates: [] };
  for (const part of pkijs.AuthenticatedSafe.fromBER(bufferOf(safe)).safeContents) {
    const content = part.contentType === oid.encryptedData ? unlocked(part.content, password) : octets(part.content);
    for (const { bagId, bagValue } of pkijs.SafeContents.fromBER(bufferOf(content)).safeBags)
      if (bagId === oid.keyBag) found.keys.push(new Uint8Array((bagValue as pkijs.PrivateKeyInfo).toSchema().toBER()));
      else if (bagId === oid.shroudedKeyBag) {
        const { encryptionAlgorithm, encryptedData } = bagValue as pkijs.PKCS8ShroudedKeyBag;
        found.keys.push(unlock(encryptionAlgorithm, octets(encryptedData), password));
      } else if (bagId === oid.certificateBag) found.certificates.push(octets((bagValue as pkijs.CertBag).certValue));
  }
  return found;
}

function checkMac(given: pkijs.MacData | undefined, safe: Uint8Array, password: string): void {
  if (!given) return;
  const digest = digests[given.mac.digestAlgorithm.algorithmId];
  if (!digest) throw new UnknownEncryption();
  const key = derived(digest, 3, password, octets(given.macSalt), given.iterations ?? 1, digestLength(digest));
  const mac = createHmac(digest, key).update(safe).digest();
  const said = octets(given.mac.digest);
  if (said.length !== mac.length || !timingSafeEqual(said, mac)) throw new Error('wrong password');
}

function unlocked(content: unknown, password: string): Uint8Array {
  const { encryptedContentInfo: info } = new pkijs.EncryptedData({ schema: content });
  return unlock(info.contentEncryptionAlgorithm, new Uint8Array(info.getEncryptedContent()), password);
}

function unlock({ algorithmId, algorithmParams }: pkijs.AlgorithmIdentifier, content: Uint8Array, password: string) {
  if (algorithmId === oid.tripleDesWithSha1) {
    const [salt, times] = algorithmParams.valueBlock.value as [asn1js.OctetString, asn1js.Integer];
    const of = (id: number, length: number) =>
      derived('sha1', id, password, octets(salt), times.valueBlock.valueDec, length);
    return decipher('des-ede3-cbc', of(1, 24), of(2, 8), content);
  }
  if (algorithmId !== oid.pbes2) throw new UnknownEncryption();
  const { keyDerivationFunc, encryptionScheme } = new pkijs.PBES2Params({ schema: algorithmParams });
  const { salt, iterationCount, prf } = new pkijs.PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  const digest = prf ? digests[prf.algorithmId] : 'sha1';
  const cipher = ciphers[encryptionScheme.algorithmId];
  if (!digest || !cipher) throw new UnknownEncryption();
  const key = pbkdf2Sync(password, octets(salt), iterationCount, cipher[1], digest);
  return decipher(cipher[0], key, octets(encryptionScheme.algorithmParams), content);
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, content: Uint8Array): Uint8Array {
  const opened = createDecipheriv(name, key, iv);
  return new Uint8Array(Buffer.concat([opened.update(content), opened.final()]));
}

/**
 * RFC 7292, appendix B.2: derives bytes from a password for a purpose (1 a key, 2 an initialization vector, 3 a MAC).
 */
function derived(digest: string, purpose: number, password: string, salt: Uint8Array, times: number, length: number) {
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const filled = (bytes: Uint8Array) =>
    Buffer.alloc(Math.ceil(bytes.length / block) * block).map((_, at) => bytes[at % bytes.length]!);
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const input = Buffer.concat([filled(salt), filled(secret)]);
  const made: Buffer[] = [];
  for (let size = 0; size < length; size += digestLength(digest)) {
    let sum = createHash(digest).update(Buffer.alloc(block, purpose)).update(input).digest();
    for (let time = 1; time < times; time++) sum = createHash(digest).update(sum).digest();
    made.push(sum);
    for (let at = 0; at < input.length; at += block) add(input.subarray(at, at + block), filled(sum), block);
  }
  return Buffer.concat(made).subarray(0, length);
}

/** Adds B and one to a block, both read as numbers. */
function add(to: Buffer, b: Uint8Array, block: number): void {
  let carry = 1;
  for (let at = block - 1; at >= 0; at--) {
    carry += to[at]! + b[at]!;
    to[at] = carry & 0xff;
    carry >>= 8;
  }
}

const digestLength = (digest: string) => createHash(digest).digest().length;
const octets = (value: unknown): Uint8Array => new Uint8Array((value as asn1js.OctetString).getValue());
