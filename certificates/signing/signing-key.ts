import { createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { maySign } from './key-purpose.ts';
import { privateKeyOf } from './private-key.ts';
import { bagsIn, UnknownEncryption } from './read-p12.ts';

/** The key that signs certificates (PKCS #8), with its certificate and those above it (X.509), all as DER. */
export type SigningKey = {
  kind: 'real' | 'development';
  privateKey: Uint8Array;
  /** The signer's own first, the root last if it is known. */
  certificates: Uint8Array[];
};

type Read =
  | { ok: true; key: SigningKey }
  | { ok: false; reason: 'unreadable' | 'unknown-lock' | 'no-key' | 'unsuitable' | 'not-for-documents' };

/** Reads a P12 file (PKCS #12) with an RSA or P-256 key and the certificate that belongs to it. */
export function readP12(bytes: Uint8Array, password: string): Read {
  let bags: ReturnType<typeof bagsIn>;
  try {
    bags = bagsIn(bytes, password);
  } catch (error) {
    return { ok: false, reason: error instanceof UnknownEncryption ? 'unknown-lock' : 'unreadable' };
  }
  const [privateKey] = bags.keys;
  const own = privateKey && bags.certificates.find((each) => belong(privateKey, each));
  if (!own) return { ok: false, reason: 'no-key' };
  if (!isSuitable(own)) return { ok: false, reason: 'unsuitable' };
  if (!maySign(own)) return { ok: false, reason: 'not-for-documents' };
  return { ok: true, key: { kind: 'real', privateKey, certificates: chainFrom(own, bags.certificates) } };
}

/** Is the signer's certificate valid at this time? Outside its period nothing is signed with it. */
export function isInForce({ certificates }: SigningKey, at: Date): boolean {
  const { validFrom, validTo } = certificateOf(certificates[0]!);
  return new Date(validFrom) <= at && at < new Date(validTo);
}

/** A key and its certificates as one PEM text. */
export function pemOf({ privateKey, certificates }: SigningKey): string {
  const key = privateKeyOf(privateKey);
  return [
    key.export({ format: 'pem', type: 'pkcs8' }),
    ...certificates.map((der) => certificateOf(der).toString()),
  ].join('');
}

export function readPem(text: string, kind: SigningKey['kind']): SigningKey {
  const privateKey = new Uint8Array(createPrivateKey(text).export({ format: 'der', type: 'pkcs8' }));
  return { kind, privateKey, certificates: certificatesIn(text) };
}

/** The certificates in a PEM text, or the single one in a DER file. */
export function certificatesIn(file: string | Uint8Array): Uint8Array[] {
  const text = typeof file === 'string' ? file : Buffer.from(file).toString('latin1');
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  return (found ?? [file]).map((each) => new Uint8Array(new X509Certificate(each).raw));
}

/** The roots of a key: those of its certificates that are self-signed. */
export const rootsOf = ({ certificates }: Pick<SigningKey, 'certificates'>): Uint8Array[] =>
  certificates.filter((der) => {
    const each = certificateOf(der);
    return each.ca && each.checkIssued(each) && each.verify(each.publicKey);
  });

export const certificateOf = (der: Uint8Array): X509Certificate => new X509Certificate(der);

/** The SHA-256 of a certificate as in `openssl x509 -fingerprint -sha256`, but in lower case and without colons. */
export const fingerprintOf = ({ fingerprint256 }: X509Certificate): string =>
  fingerprint256.replaceAll(':', '').toLowerCase();

function belong(pkcs8: Uint8Array, certificate: Uint8Array): boolean {
  const key = privateKeyOf(pkcs8);
  const said = Buffer.from('one of two');
  const { publicKey } = certificateOf(certificate);
  if (publicKey.asymmetricKeyType !== createPublicKey(key).asymmetricKeyType) return false;
  return verify('sha256', said, publicKey, sign('sha256', said, key));
}

function isSuitable(certificate: Uint8Array): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificateOf(certificate).publicKey;
  if (asymmetricKeyType === 'rsa') return asymmetricKeyDetails!.modulusLength! >= 2048;
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails!.namedCurve === 'prime256v1';
}

/** The chain from the signer upwards; certificates outside it are dropped. */
function chainFrom(own: Uint8Array, others: Uint8Array[]): Uint8Array[] {
  const chain = [own];
  for (;;) {
    const last = certificateOf(chain.at(-1)!);
    const above = others.find(
      (der) => !chain.some((each) => Buffer.compare(each, der) === 0) && last.checkIssued(certificateOf(der)),
    );
    if (!above) return chain;
    chain.push(above);
  }
}
