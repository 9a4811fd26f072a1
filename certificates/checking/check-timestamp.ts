import { createHash, verify, type X509Certificate } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { signedAttributesOf } from '#certificates/signing/cms.ts';
import { bufferOf, oid, sha256 } from '#certificates/signing/der.ts';
import { mayStampTime } from '#certificates/signing/key-purpose.ts';
import { certificateOf } from '#certificates/signing/signing-key.ts';
import { stampedIn, type TimeAuthority } from '#certificates/signing/timestamp.ts';
import { chainTo } from './certificate-chain.ts';
import { Flaw, must } from './flaw.ts';

const digests: Record<string, string> = {
  [oid.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** When an authority saw a signature, and whether its certificate leads to one of its known roots. */
export type Timestamp = { at: Date; trusted: boolean };

/**
 * Checks a timestamp (RFC 3161; CAdES B-T). It must be for this signature, and signed by a certificate that is only for
 * timestamps and was valid then. Whoever holds a file can exchange its stamp, so it counts only under a known root.
 */
export function checkTimestamp(
  attributes: readonly pkijs.Attribute[],
  signature: Uint8Array,
  roots: readonly X509Certificate[],
): Timestamp {
  const [only, ...others] = attributes;
  must(only?.type === oid.timeStampToken && only.values.length === 1 && others.length === 0, 'timestamp-wrong');
  try {
    return seenAt(new pkijs.ContentInfo({ schema: only.values[0] }), signature, roots);
  } catch {
    throw new Flaw('timestamp-wrong');
  }
}

/** The same authority, of whose stamps only those under one of its roots are taken. */
export const trustedOnly = ({ room, stamp }: TimeAuthority, roots: readonly Uint8Array[]): TimeAuthority => {
  const trusted = roots.map(certificateOf);
  return {
    room,
    async stamp(signature) {
      const token = await stamp(signature);
      if (!token) return undefined;
      try {
        const read = pkijs.ContentInfo.fromBER(bufferOf(token));
        return seenAt(read, signature, trusted).trusted ? token : undefined;
      } catch {
        return undefined;
      }
    },
  };
};

function seenAt(token: pkijs.ContentInfo, signature: Uint8Array, roots: readonly X509Certificate[]): Timestamp {
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
  const authority = certificateOf(der);
  must(verify(digest, signed, authority.publicKey, new Uint8Array(info.signature.getValue())), 'timestamp-wrong');
  must(wasValid(authority, genTime), 'timestamp-wrong');
  const certificates = (cms.certificates ?? []).map((each) =>
    certificateOf(new Uint8Array((each as pkijs.Certificate).toSchema().toBER(false))),
  );
  const chain = chainTo(roots, authority, certificates);
  return { at: genTime, trusted: chain?.every((each) => wasValid(each, genTime)) ?? false };
}

const wasValid = ({ validFrom, validTo }: X509Certificate, at: Date) =>
  new Date(validFrom) <= at && at <= new Date(validTo);
