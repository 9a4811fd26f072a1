import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The one spelling in which an e-mail address is kept and looked up, however it was written: lower case, without signs
 * that nobody sees and without what surrounds an address in letters (`mailto:`, `<…>`, a full stop), its domain in
 * letters and not in punycode. Undefined if it is no address.
 */
export function emailAddressOf(written: string): string | undefined {
  const bare = written
    .replace(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim()
    .replace(/^[^<>]*<([^<>]*)>[\s;,.]*$/u, '$1')
    .replace(/^\s*mailto:/iu, '')
    .replace(/[\s;,.]+$/u, '')
    .toLowerCase()
    .normalize('NFC');
  const [, local, domain] = /^([^\s@<>()[\]\\,;:"]+)@([^\s@<>()[\]\\,;:"/?#%]+)$/u.exec(bare) ?? [];
  if (!local || !domain) return undefined;
  const ascii = domainToASCII(domain);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(ascii)) return undefined;
  const address = `${local}@${domainToUnicode(ascii)}`;
  return address.length <= 254 ? address : undefined;
}
