import { sha256, type World } from '#app/platform/world.server.ts';
import { publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import {
  listNumberOf,
  listSize,
  messages,
  type Purpose,
  purposes,
  signStatusList,
} from '#certificates/badge/status-list.ts';
import { type CertificateEvent, withdrawnBy } from '#curriculum/certification/certificate-status.ts';
import { findLastStatusIndex, listStatusEvents } from '#db/queries/badge.ts';

type Kept = { facts: string; signed: Promise<string> };
const kept = new WeakMap<World, Map<string, Kept>>();

/**
 * One signed status list for one purpose as of now; undefined if there is no such list or no key to sign it. It is
 * dated midnight (UTC), or the last event of a certificate if that is later. So it is signed again every day and on
 * every change, every server returns the same list, and its date does not reveal when somebody asked for it.
 */
export async function readStatusList(
  world: World,
  input: { purpose: string; list: string },
): Promise<string | undefined> {
  const key = await world.credentialKey();
  const purpose = purposes.find((each) => each === input.purpose);
  if (!key || !purpose || !/^[1-9]\d{0,4}$/.test(input.list)) return undefined;
  const list = Number(input.list);
  if (list > listNumberOf(await findLastStatusIndex(world.db))) return undefined;
  const events = await listStatusEvents(world.db);
  const set = withdrawn(events, purpose)
    .filter(([index]) => listNumberOf(index) === list)
    .map(([index, status]) => [index % listSize, status] as const);
  const midnight = `${world.now().slice(0, 10)}T00:00:00.000Z`;
  const last = events.at(-1)?.at ?? midnight;
  const at = last > midnight ? last : midnight;
  const site = world.publicUrl;
  const facts = sha256(JSON.stringify([at, set, publicKeysOf(key, didOf(site))[0].id]));
  const lists = kept.get(world) ?? new Map<string, Kept>();
  kept.set(world, lists);
  const name = `${purpose}/${list}`;
  if (lists.get(name)?.facts !== facts)
    lists.set(name, { facts, signed: signStatusList({ site, purpose, list, set, at }, key) });
  return lists.get(name)!.signed;
}

type StatusEvent = CertificateEvent & { status_index: number };

/** The places that a list sets, in order. A revoked badge stays revoked, also if it was suspended before. */
function withdrawn(events: readonly StatusEvent[], purpose: Purpose): [index: number, status: number][] {
  const byIndex = new Map<number, CertificateEvent[]>();
  for (const { status_index: index, type, at } of events)
    byIndex.set(index, [...(byIndex.get(index) ?? []), { type, at }]);
  return [...byIndex]
    .map(([index, own]): [number, number] => [index, statusFor(purpose, withdrawnBy(own))])
    .filter(([, status]) => status !== 0)
    .sort(([a], [b]) => a - b);
}

function statusFor(purpose: Purpose, { revocation, suspension }: ReturnType<typeof withdrawnBy>): number {
  switch (purpose) {
    case 'message':
      return messages.indexOf(revocation ? 'revoked' : suspension ? 'suspended' : 'valid');
    case 'revocation':
      return Number(revocation);
    case 'suspension':
      return Number(suspension);
  }
}
