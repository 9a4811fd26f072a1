import { createHash, verify } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { signedAttributesOf } from '#certificates/signing/cms.ts';
import { oid, sha256 } from '#certificates/signing/der.ts';
import { mayStampTime } from '#certificates/signing/key-purpose.ts';
import { certificateOf } from '#certificates/signing/signing-key.ts';
import { stampedIn } from '#certificates/signing/timestamp.ts';
import { must } from './flaw.ts';

const digests: Record<string, string> = {
  [oid.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Checks a timestamp (RFC 3161; CAdES B-T) and returns its time. It must be for this signature, and signed by a
 * certificate that is only for timestamps and was valid then. We do not check the authority against any root.
 */
export function checkTimestamp(attributes: pkijs.Attribute[], signature: Uint8Array): Date {
  const [only, ...others] = attributes;
  must(only?.type === oid.timeStampToken && only.values.length === 1 && others.length === 0, 'timestamp-wrong');
  try {
    return seenAt(new pkijs.ContentInfo({ schema: only.values[0] }), signature);
  } catch {
    must(false, 'timestamp-wrong');
  }
}

function seenAt(token: pkijs.ContentInfo, signature: Uint8Array): Date {
  const cms = new pkijs.SignedData({ schema: token.content });
  const [info, ...others] = cms.signerInfos;
  must(info?.signedAttrs && others.length === 0, 'timestamp-wrong');
  const { messageImprint, genTime } = stampedIn(token);
  must(messageImprint.hashAlgorithm.algorithmId === oid.sha256, 'timestamp-wrong');
  must(sha256(signature).equals(messageImprint.hashedMessage.valueBlock.valueHexView), 'timestamp-wrong');
  const sid = info.sid as pkijs.IssuerAndSerialNumber;
  const own = (cms.certificates ?? []).find(
    (each): each is pkijs.Certificate =>
      each instanceof pkijs.Certificate &&
      each.issuer.isEqual(sid.issuer) &&
      each.serialNumber.isEqual(sid.serialNumber),
  );
  must(own, 'timestamp-wrong');
  const der = new Uint8Array(own.toSchema().toBER(false));
  must(mayStampTime(der), 'timestamp-wrong');
  const digest = digests[info.digestAlgorithm.algorithmId];
  must(digest, 'timestamp-wrong');
  const value = (type: string) => info.signedAttrs!.attributes.find((each) => each.type === type)?.values[0];
  must((value(oid.contentType) as asn1js.ObjectIdentifier).valueBlock.toString() === oid.stamped, 'timestamp-wrong');
  const said = new Uint8Array((value(oid.messageDigest) as asn1js.OctetString).getValue());
  const content = new Uint8Array(cms.encapContentInfo.eContent!.getValue());
  must(createHash(digest).update(content).digest().equals(said), 'timestamp-wrong');
  const signed = signedAttributesOf(info.signedAttrs);
  const { publicKey, validFrom, validTo } = certificateOf(der);
  must(verify(digest, signed, publicKey, new Uint8Array(info.signature.getValue())), 'timestamp-wrong');
  must(new Date(validFrom) <= genTime && genTime <= new Date(validTo), 'timestamp-wrong');
  return genTime;
}
