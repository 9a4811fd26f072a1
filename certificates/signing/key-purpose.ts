import * as pkijs from 'pkijs';
import { bufferOf } from './der.ts';

const oid = {
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  anyExtendedKeyUsage: '2.5.29.37.0',
  timeStamping: '1.3.6.1.5.5.7.3.8',
};
// Purposes that may sign documents: those of RFC 9336, Adobe and Microsoft; e-mail, because many such keys are sold for
// that; and "any purpose".
const forDocuments = [
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
  '1.3.6.1.5.5.7.3.4',
  oid.anyExtendedKeyUsage,
];
// digitalSignature and nonRepudiation, the first two bits from the left: RFC 5280, 4.2.1.3.
const signs = 0b11000000;

/** May the key of this certificate sign documents? A certificate without such restrictions allows it. */
export function maySign(certificate: Uint8Array): boolean {
  const parsed = pkijs.Certificate.fromBER(bufferOf(certificate));
  const usage = extensionOf(parsed, oid.keyUsage)?.parsedValue;
  if (usage && !((usage.valueBlock.valueHexView[0] ?? 0) & signs)) return false;
  const purposes = purposesOf(parsed);
  return !purposes || purposes.some((each) => forDocuments.includes(each));
}

/**
 * May it sign timestamps? The certificate must have this as its only purpose and mark it as critical: RFC 3161, 2.3.
 */
export function mayStampTime(certificate: Uint8Array): boolean {
  const parsed = pkijs.Certificate.fromBER(bufferOf(certificate));
  const purposes = purposesOf(parsed);
  const critical = extensionOf(parsed, oid.extendedKeyUsage)?.critical === true;
  return critical && purposes?.length === 1 && purposes[0] === oid.timeStamping;
}

const purposesOf = (parsed: pkijs.Certificate): string[] | undefined =>
  extensionOf(parsed, oid.extendedKeyUsage)?.parsedValue?.keyPurposes;

const extensionOf = ({ extensions }: pkijs.Certificate, id: string) => extensions?.find(({ extnID }) => extnID === id);
