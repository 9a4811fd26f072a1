import { sha256 } from '#app/platform/world.server.ts';
import type { SnapshotRow, SnapshotScope } from '#curriculum/readiness/snapshot.ts';
import { canonical } from './canonical.ts';

/** What the hash of a snapshot covers. */
export type Frozen = {
  asOf: string;
  knownAt: string;
  scope: SnapshotScope;
  policyVersion: string;
  rulesHash: string;
  rows: readonly SnapshotRow[];
};

/** The hash of a snapshot: SHA-256 over the canonical JSON of all that is frozen. */
export const sealOf = ({ asOf, knownAt, scope, policyVersion, rulesHash, rows }: Frozen): string =>
  sha256(canonical({ asOf, knownAt, scope, policyVersion, rulesHash, rows }));
