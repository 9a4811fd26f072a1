import type { World } from '#app/platform/world.server.ts';
import { didDocument, didOf } from '#certificates/badge/did-document.ts';
import { listKnownKeys } from './list-known-keys.server.ts';

/** The DID document of this issuer, including its earlier addresses; undefined if no key ever proved a badge. */
export async function seeIssuerKeys(world: World) {
  const keys = await listKnownKeys(world.db);
  const did = didOf(world.publicUrl);
  if (!keys.some(({ controller }) => controller === did)) return undefined;
  const former = new Set(keys.map(({ controller }) => controller).filter((controller) => controller !== did));
  return didDocument(world.publicUrl, keys, [...former]);
}
