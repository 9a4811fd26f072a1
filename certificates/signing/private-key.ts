import { createPrivateKey, type KeyObject } from 'node:crypto';

const read = new WeakMap<Uint8Array, KeyObject>();

/** A private key in PKCS #8, as DER. Cached, because reading a key takes as long as signing with it. */
export function privateKeyOf(der: Uint8Array): KeyObject {
  const known = read.get(der);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  read.set(der, key);
  return key;
}
