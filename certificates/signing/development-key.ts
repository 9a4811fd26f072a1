import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf } from './der.ts';
import type { SigningKey } from './signing-key.ts';

type Period = { from: Date; until: Date };
type KeyPair = webcrypto.CryptoKeyPair;

const oid = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15' };
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
// The key usage bits of RFC 5280, 4.2.1.3; the first is leftmost.
const usages = { root: { bits: 0b00000110, unused: 1 }, leaf: { bits: 0b11000000, unused: 6 } };

/**
 * Makes a root and a signer with RSA-3072 for development (X.509, RFC 5280). The root's key signs once and is not kept.
 */
export async function makeDevelopmentKey(period: Period): Promise<SigningKey> {
  const newPair = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<KeyPair>;
  const [rootPair, leafPair] = [await newPair(), await newPair()];
  const rootName = nameOf('Vejlederbevis udviklingsrod – ikke gyldig');
  const leafName = nameOf('Vejlederbevis udvikling – ikke gyldig');
  const root = await certificate(rootName, rootName, rootPair.publicKey, rootPair.privateKey, period, 'root');
  const leaf = await certificate(leafName, rootName, leafPair.publicKey, rootPair.privateKey, period, 'leaf');
  const privateKey = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', leafPair.privateKey));
  return { kind: 'development', privateKey, certificates: [leaf, root] };
}

async function certificate(
  subject: pkijs.RelativeDistinguishedNames,
  issuer: pkijs.RelativeDistinguishedNames,
  publicKey: webcrypto.CryptoKey,
  signer: webcrypto.CryptoKey,
  { from, until }: Period,
  use: keyof typeof usages,
): Promise<Uint8Array> {
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const { bits, unused } = usages[use];
  const made = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: bufferOf(serial) }),
    subject,
    issuer,
    notBefore: new pkijs.Time({ type: 0, value: from }),
    notAfter: new pkijs.Time({ type: 0, value: until }),
    extensions: [
      extension(oid.basicConstraints, new pkijs.BasicConstraints({ cA: use === 'root' }).toSchema()),
      extension(oid.keyUsage, new asn1js.BitString({ valueHex: bufferOf(Uint8Array.of(bits)), unusedBits: unused })),
    ],
  });
  await made.subjectPublicKeyInfo.importKey(publicKey as CryptoKey);
  await made.sign(signer as CryptoKey, 'SHA-256');
  return new Uint8Array(made.toSchema(true).toBER(false));
}

const nameOf = (commonName: string) =>
  new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: commonName }) }),
    ],
  });

const extension = (extnID: string, value: { toBER(sizeOnly?: boolean): ArrayBuffer }) =>
  new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER(false) });
