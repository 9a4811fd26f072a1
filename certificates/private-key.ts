import { createPrivateKey, type KeyObject } from 'node:crypto';

/** A private key of PKCS #8, as DER. */
export const privateKeyOf = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
