import { verify, type X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { signedAttributesOf } from '#certificates/signing/cms.ts';
import { oid, sha256 } from '#certificates/signing/der.ts';
import { maySign } from '#certificates/signing/key-purpose.ts';
import { certificateOf } from '#certificates/signing/signing-key.ts';
import { chainTo } from './certificate-chain.ts';
import { checkTimestamp, type Timestamp } from './check-timestamp.ts';
import { Flaw, must } from './flaw.ts';

/**
 * The certificates from the signer up to a trusted root (only the signer if no roots are known), and its timestamp.
 */
type Checked = { chain: X509Certificate[]; stamp?: Timestamp };

/**
 * Checks that this is a signature of these bytes (RFC 5652, with the attributes of CAdES B-B or B-T) and that its
 * certificates lead to a root.
 */
export function checkSignature(
  der: Buffer,
  signed: Uint8Array,
  roots: readonly X509Certificate[],
  timeRoots: readonly X509Certificate[],
): Checked {
  const cms = parse(der);
  must(cms.signerInfos.length === 1 && !cms.encapContentInfo.eContent, 'signature-unreadable');
  const [info] = cms.signerInfos as [pkijs.SignerInfo];
  must(info.signedAttrs, 'signature-unreadable');
  must(info.digestAlgorithm.algorithmId === oid.sha256, 'signature-unreadable');
  const values = (type: string) => info.signedAttrs!.attributes.filter((each) => each.type === type);
  const value = (type: string): unknown => {
    const found = values(type);
    must(found.length === 1 && found[0]!.values.length === 1, 'signature-unreadable');
    return found[0]!.values[0];
  };
  must((value(oid.contentType) as asn1js.ObjectIdentifier).valueBlock.toString() === oid.data, 'signature-unreadable');
  must(sha256(signed).equals(bytesOf(value(oid.messageDigest))), 'altered');
  const certificates = certificatesOf(cms);
  // RFC 5035: the first certificate identifier contains the digest of the signer's own certificate.
  const named = bytesOf(firstOf(firstOf(firstOf(value(oid.signingCertificateV2)))));
  const own = certificates.find((each) => sha256(each.raw).equals(named));
  must(own, 'signed-by-another-certificate');
  must(maySign(own.raw), 'signer-not-for-documents');
  must(
    verify('sha256', signedAttributesOf(info.signedAttrs), own.publicKey, bytesOf(info.signature)),
    'signature-wrong',
  );
  const chain = roots.length === 0 ? [own] : chainTo(roots, own, certificates);
  must(chain, 'untrusted-root');
  if (!info.unsignedAttrs) return { chain };
  return { chain, stamp: checkTimestamp(info.unsignedAttrs.attributes, bytesOf(info.signature), timeRoots) };
}

/** The certificates that a signature carries, the signer's own first as we write them. Nothing is checked. */
export const certificatesInSignature = (der: Buffer): X509Certificate[] => certificatesOf(parse(der));

const certificatesOf = ({ certificates }: pkijs.SignedData): X509Certificate[] =>
  (certificates ?? []).map((each) =>
    certificateOf(new Uint8Array((each as pkijs.Certificate).toSchema().toBER(false))),
  );

function parse(der: Buffer): pkijs.SignedData {
  try {
    const parsed = asn1js.fromBER(new Uint8Array(der).buffer);
    must(parsed.offset > 0 && !der.subarray(parsed.offset).some(Boolean), 'signature-unreadable');
    return new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: parsed.result }).content });
  } catch {
    throw new Flaw('signature-unreadable');
  }
}

const bytesOf = (octets: unknown): Buffer => {
  must(octets instanceof asn1js.OctetString, 'signature-unreadable');
  return Buffer.from(octets.valueBlock.valueHexView);
};
const firstOf = (sequence: unknown): unknown => {
  must(sequence instanceof asn1js.Sequence, 'signature-unreadable');
  return sequence.valueBlock.value[0];
};
