/** Why a file is not the one that was issued. */
export type FlawReason =
  | 'too-large'
  | 'not-a-pdf'
  | 'more-than-one-revision'
  | 'not-one-signature'
  | 'signature-does-not-cover-the-file'
  | 'signature-unreadable'
  | 'altered'
  | 'signed-by-another-certificate'
  | 'signature-wrong'
  | 'timestamp-wrong'
  | 'timestamp-untrusted'
  | 'untrusted-root'
  | 'signer-unknown'
  | 'signer-not-valid-then'
  | 'signer-not-for-documents'
  | 'changes-permitted'
  | 'active-content'
  | 'layers'
  | 'packed-otherwise'
  | 'unpacks-too-far'
  | 'more-than-we-write'
  | 'annotation-added'
  | 'link-elsewhere'
  | 'signature-visible'
  | 'page-turned-or-cropped'
  | 'drawn-otherwise'
  | 'reads-otherwise'
  | 'says-otherwise'
  | 'unreadable'
  | 'no-number-and-code'
  | 'credential-unreadable'
  | 'credential-key-unknown'
  | 'credential-key-compromised'
  | 'credential-proof-wrong'
  | 'credential-differs-from-page'
  | 'status-list-unreadable'
  | 'status-list-not-proved';

export class Flaw extends Error {
  constructor(readonly reason: FlawReason) {
    super(reason);
  }
}

export function must(fact: unknown, reason: FlawReason): asserts fact {
  if (!fact) throw new Flaw(reason);
}
