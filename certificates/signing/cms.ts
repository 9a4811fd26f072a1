import { type KeyObject, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, oid, sha256 } from './der.ts';
import { privateKeyOf } from './private-key.ts';
import type { SigningKey } from './signing-key.ts';
import type { Stamp } from './timestamp.ts';

type Parsed = { chain: pkijs.Certificate[]; privateKey: KeyObject };
const parsed = new WeakMap<SigningKey, Parsed>();

/**
 * A detached CMS (RFC 5652) in the form of CAdES B-B (EN 319 122-1). The signed attributes include the signer's
 * certificate (RFC 5035) but not the time, because PAdES keeps that in the PDF. The usual packages omit the one or add
 * the other.
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
    // DER sorts the elements of a set by their encodings.
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

/** CAdES B-T: the timestamp is an unsigned attribute, because it is made from the signature itself. */
const stamped = (token: Uint8Array) =>
  new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [attribute(oid.timeStampToken, asn1js.fromBER(bufferOf(token)).result)],
  });

/** Cached per key, because this is most of the work apart from the signature itself. */
function parse(key: SigningKey): Parsed {
  const known = parsed.get(key);
  if (known) return known;
  const fresh = {
    chain: key.certificates.map((der) => pkijs.Certificate.fromBER(bufferOf(der))),
    privateKey: privateKeyOf(key.privateKey),
  };
  parsed.set(key, fresh);
  return fresh;
}

/** The bytes that the signer of a CMS has signed: the attributes as a set; they are stored with an implicit tag. */
export function signedAttributesOf(attributes: pkijs.SignedAndUnsignedAttributes): Buffer {
  const signed = Buffer.from(attributes.encodedValue);
  signed[0] = 0x31;
  return signed;
}

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: bufferOf(bytes) });
const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value: value as never });
const attribute = (type: string, value: unknown) => new pkijs.Attribute({ type, values: [value] });
const derOf = (each: pkijs.Attribute) => Buffer.from(each.toSchema().toBER(false));
