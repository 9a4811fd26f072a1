import { z } from 'zod';
import type { World } from '#app/platform/world.server.ts';
import { sha256 } from '#app/platform/world.server.ts';
import type { SnapshotRow, SnapshotScope } from '#curriculum/readiness/snapshot.ts';
import { findAuditedHash, findSnapshotRow } from '#db/queries/snapshot.ts';
import { canonical } from './canonical.ts';
import { sealOf } from './seal-of.ts';
import type { SnapshotRules } from './snapshot-rows.server.ts';

export type SnapshotHead = {
  id: string;
  code: string;
  asOf: string;
  knownAt: string;
  policyVersion: string;
  rulesHash: string;
  sha256: string;
  takenBy: string | null;
  takenAt: string;
};
export type Snapshot = SnapshotHead & { scope: SnapshotScope; rules: SnapshotRules; rows: SnapshotRow[] };
/** An altered snapshot is not shown: nothing in it can be relied on. */
export type FoundSnapshot =
  | { ok: true; snapshot: Snapshot }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'altered'; head: SnapshotHead };

/**
 * A snapshot, if what is stored still has the hash it was given, in its row and in the chain of the audit. It makes no
 * permission check: the check page shows what is printed on a report anyway.
 */
export async function readSnapshot(
  world: Pick<World, 'db'>,
  by: { id: string } | { code: string },
): Promise<FoundSnapshot> {
  const row = await findSnapshotRow(world.db, by);
  if (!row) return { ok: false, reason: 'not-found' };
  const { scope, rules, rows, ...head } = row;
  const parsed = { scope: parsedOf(Scope, scope), rules: parsedOf(Rules, rules), rows: parsedOf(Rows, rows) };
  const { scope: isScope, rules: areRules, rows: areRows } = parsed;
  const isWhole =
    isScope !== undefined &&
    areRules !== undefined &&
    areRows !== undefined &&
    sha256(canonical(areRules)) === head.rulesHash &&
    sealOf({ ...head, scope: isScope, rows: areRows }) === head.sha256 &&
    (await findAuditedHash(world.db, head.id)) === head.sha256;
  if (!isWhole) return { ok: false, reason: 'altered', head };
  return { ok: true, snapshot: { ...head, scope: isScope, rules: areRules, rows: areRows } };
}

const Scope = z.custom<SnapshotScope>(
  (value) => isObject(value) && ['country', 'services'].includes(String(value.kind)),
);
const Rules = z.custom<SnapshotRules>((value) => isObject(value) && isObject(value.policy) && isObject(value.basis));
/** The hash decides whether the rows are as they were written; the shape only keeps a reader from falling over. */
const Rows = z.custom<SnapshotRow[]>(
  (value) => Array.isArray(value) && value.every((row) => isObject(row) && Array.isArray(row.municipalities)),
);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsedOf<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
