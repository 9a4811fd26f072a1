import { createHash } from 'node:crypto';

/** The object identifiers that we read and write in signatures (RFC 5652, RFC 5035, RFC 3161). */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  stamped: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
};

/** Copies the bytes: pkijs and asn1js read a whole buffer, and Node's buffer may contain more than these bytes. */
export const bufferOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
