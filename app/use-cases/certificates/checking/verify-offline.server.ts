import type { KnownKey } from '#certificates/badge/credential-key.ts';
import type { BadgeFacts } from '#certificates/badge/read-badge.ts';
import { messages, readStatusList, type StatusList, statusAt } from '#certificates/badge/status-list.ts';
import { Flaw } from '#certificates/checking/flaw.ts';
import type { BadgeFindings } from '#certificates/checking/verify-file.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Reason, Verification } from './verification.ts';

/** Status lists that the user kept, as texts, and the present time. */
export type StatusGiven = { statusLists?: readonly string[]; now?: string };

/**
 * What a certificate is worth according to its badge and the user's status lists, without a network. It is valid as of
 * the date of the older list, and never valid without a proved badge and each fresh list that the badge names.
 */
export async function verifyOffline(
  badge: BadgeFindings,
  unchecked: readonly Reason[],
  shown: Verification['certificate'],
  { statusLists, now = new Date().toISOString(), keys }: StatusGiven & { keys: readonly KnownKey[] },
): Promise<Verification> {
  const open = (...reasons: Reason[]): Verification => ({
    verdict: 'unchecked',
    reasons: [...unchecked, ...reasons],
    certificate: shown,
  });
  if (!statusLists) return open('no-register');
  if (badge.state !== 'proved') return open(badge.state === 'none' ? 'no-credential' : badge.reason);
  const { facts } = badge;
  const found = await listsFor(facts, statusLists, keys, now);
  if (!Array.isArray(found)) return open(found.reason);
  const asOf = found.map(({ list }) => list.from).sort()[0]!;
  const said = { ...shown, name: facts.name, validFrom: facts.validFrom, lastValidDay: facts.lastValidDay, asOf };
  const statuses = found.map(({ list, index }) => meaningIn(list, index));
  if (statuses.includes('not used')) return open('status-list-unreadable');
  const day = dayOf(now);
  const reasons: Reason[] = [
    ...(['revoked', 'suspended'] as const).filter((status) => statuses.includes(status)),
    ...(day < facts.validFrom ? (['not-yet'] as const) : []),
    ...(day > facts.lastValidDay ? (['expired'] as const) : []),
  ];
  if (reasons.length > 0) return { verdict: 'not-valid-now', reasons, certificate: said };
  if (unchecked.length > 0) return { ...open(), certificate: said };
  return { verdict: 'valid', reasons: [], certificate: said };
}

/** What a place in a list says of a badge: a message, or that the purpose of the list has come true. */
function meaningIn(list: StatusList, index: number): (typeof messages)[number] {
  const status = statusAt(list, index);
  if (list.purpose === 'message') return messages[status]!;
  if (status === 0) return 'valid';
  return list.purpose === 'revocation' ? 'revoked' : 'suspended';
}

type Place = { list: StatusList; index: number };

/**
 * Finds the list that each entry of the badge names: from the same issuer and still fresh. Otherwise says why one is
 * missing.
 */
async function listsFor(
  facts: BadgeFacts,
  texts: readonly string[],
  keys: readonly KnownKey[],
  now: string,
): Promise<Place[] | { reason: Reason }> {
  const lists: StatusList[] = [];
  for (const text of texts) {
    const list = await readStatusList(text, keys).catch((error: unknown) => {
      if (error instanceof Flaw) return { reason: error.reason };
      throw error;
    });
    if ('reason' in list) return list;
    lists.push(list);
  }
  const places: Place[] = [];
  for (const { statusListCredential, statusPurpose, statusListIndex } of facts.status) {
    const list = lists.find(({ id, purpose }) => id === statusListCredential && purpose === statusPurpose);
    if (!list || list.issuer !== facts.did) return { reason: 'no-status-list' };
    if (now < list.from || now >= list.until) return { reason: 'status-list-stale' };
    places.push({ list, index: Number(statusListIndex) });
  }
  return places;
}
