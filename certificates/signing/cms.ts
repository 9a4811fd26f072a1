import { type KeyObject, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { exact, oid, sha256 } from './der.ts';
import { privateKeyOf } from './private-key.ts';
import type { SigningKey } from './signing-key.ts';
import type { Stamp } from './timestamp.ts';

type Parsed = { chain: pkijs.Certificate[]; privateKey: KeyObject };
const parsed = new WeakMap<SigningKey, Parsed>();

/**
 * A detached CMS (RFC 5652) as CAdES B-B has it (EN 319 122-1): the signer's certificate is among what is signed, RFC
 * 5035, and the time is not, since PAdES keeps it in the PDF. The usual packages leave out the one or add the other.
 */
export async function cmsOf(data: Uint8Array, key: SigningKey, stamp?: Stamp): Promise<Buffer> {
  const { chain, privateKey } = parse(key);
  const leaf = chain[0]!;
  const directoryName = { tagClass: 3, tagNumber: 4 };
  const issuer = new asn1js.Constructed({ idBlock: directoryName, value: [leaf.issuer.toSchema()] });
  const certificateId = sequence(octets(sha256(key.certificates[0]!)), sequence(sequence(issuer), leaf.serialNumber));
  const attributes = [
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, octets(sha256(data))),
    attribute(oid.signingCertificateV2, sequence(sequence(certificateId))),
    // DER orders a set by its encodings.
  ].sort((a, b) => Buffer.compare(derOf(a), derOf(b)));
  const signed = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER(false);
  const signature = sign('sha256', Buffer.from(signed), privateKey);
  const token = await stamp?.(signature);
  const digestAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 });
  const signatureAlgorithm =
    privateKey.asymmetricKeyType === 'ec'
      ? new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })
      : new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new asn1js.Null() });
  const content = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    certificates: chain,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
        digestAlgorithm,
        signatureAlgorithm,
        signature: octets(signature),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        ...(token && { unsignedAttrs: stamped(token) }),
      }),
    ],
  }).toSchema(true);
  return Buffer.from(new pkijs.ContentInfo({ contentType: oid.signedData, content }).toSchema().toBER(false));
}

/** CAdES B-T: the stamp stands beside what is signed, since it is of the signature itself. */
const stamped = (token: Uint8Array) =>
  new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [attribute(oid.timeStampToken, asn1js.fromBER(exact(token)).result)],
  });

/** Once per key: it is most of the work beside the signature itself. */
function parse(key: SigningKey): Parsed {
  const known = parsed.get(key);
  if (known) return known;
  const fresh = {
    chain: key.certificates.map((der) => pkijs.Certificate.fromBER(exact(der))),
    privateKey: privateKeyOf(key.privateKey),
  };
  parsed.set(key, fresh);
  return fresh;
}

/** What the signer of a CMS has signed: the attributes as a set, which are stored with an implicit tag. */
export function signedAttributesOf(attributes: pkijs.SignedAndUnsignedAttributes): Buffer {
  const signed = Buffer.from(attributes.encodedValue);
  signed[0] = 0x31;
  return signed;
}

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: exact(bytes) });
const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value: value as never });
const attribute = (type: string, value: unknown) => new pkijs.Attribute({ type, values: [value] });
const derOf = (each: pkijs.Attribute) => Buffer.from(each.toSchema().toBER(false));
